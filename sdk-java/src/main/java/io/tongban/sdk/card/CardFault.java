package io.tongban.sdk.card;

import io.tongban.api.internal.Given;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a reader brought nothing. None of these says whose card it is. */
public sealed interface CardFault extends Serializable {
    /** There is no card, and none came while the call waited. */
    record NoCard() implements CardFault {}

    /** The card was taken out in the middle, or another one is there. Begin anew with reading. */
    record CardRemoved() implements CardFault {}

    /**
     * The PIN is wrong, which cost one try.
     *
     * @param triesLeft before the card blocks its PIN; null if the reader does not say
     */
    record PinWrong(@Nullable Integer triesLeft) implements CardFault {}

    /** No PIN is taken any more; whoever issued the card unblocks it. */
    record PinBlocked() implements CardFault {}

    /** The worker cancelled, or typed too few or too many digits. No try was lost. */
    record PinNotEntered() implements CardFault {}

    /** The card may not be used. */
    record CardInvalid(CardDefect defect) implements CardFault {
        public CardInvalid {
            defect = Given.value(defect, "defect");
        }
    }

    /**
     * It is no social security card, or what it or the reader says is not of a form that this version knows.
     *
     * @param reason for support; what a reader puts here says nothing of the card's data
     */
    record CardUnreadable(String reason) implements CardFault {
        public CardUnreadable {
            reason = Given.value(reason, "reason");
        }
    }

    /** The reader is unplugged, its driver cannot be loaded, or it was closed. */
    record ReaderGone() implements CardFault {}

    /**
     * Nothing came within the limit. The reader may still be about it: after a PIN or a signature it is not known whether
     * the card did it.
     */
    record TimedOut(Duration limit) implements CardFault {
        public TimedOut {
            limit = Given.value(limit, "limit");
        }
    }
}
