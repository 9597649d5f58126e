package io.tongban.province;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a province said, or that no one can say. Exactly one of four; the serial is that of the command. */
public sealed interface ProvinceReply {
    String serial();

    /** Which of the four, as metrics, histories and reports write it: {@code accepted}. */
    default String outcomeWord() {
        if (this instanceof Accepted) {
            return "accepted";
        }
        if (this instanceof Refused) {
            return "refused";
        }
        return this instanceof Pending ? "pending" : "unknown";
    }

    /** Why it was refused or is unknown, as metrics, histories and reports write it; null of the others. */
    default @Nullable String causeWord() {
        if (this instanceof Refused refused) {
            return refused.reason().word();
        }
        return this instanceof Unknown unknown ? unknown.cause().word() : null;
    }

    /** Done, and booked over there. */
    record Accepted(String serial, ProvinceDetail detail) implements ProvinceReply {}

    /**
     * A final no: nothing was booked.
     *
     * @param provinceCode the province's own code, as it came; or, when nothing was sent, {@code not-carried} (a value
     *     does not fit the province's charset, field or codes) or {@code not-offered} (the province does not take this
     *     command online, or not for this insurance), and then {@code provinceText} names the field or the command
     * @param provinceText the province's own words, at most 200 characters, without personal data as far as the
     *     province keeps to its specification; never logged
     */
    record Refused(String serial, RefusalReason reason, String provinceCode, String provinceText)
            implements ProvinceReply {
        /** Whether it says no to the command. That an inquiry found no serial says only that it has yet to arrive. */
        public boolean refusesCommand() {
            return reason != RefusalReason.SERIAL_NOT_FOUND;
        }
    }

    /** Received, and still in process over there; ask again, not before {@code askAgainAt} where it was said. */
    record Pending(String serial, @Nullable Instant askAgainAt) implements ProvinceReply {}

    /**
     * Sent, or maybe sent, and no one can say what became of it. Never re-sent blind: it is inquired by its serial.
     *
     * <p>A booking of another amount than was sent is Unknown too ({@link UnknownCause#AMOUNT_DIFFERS}). It is no yes: the worker's
     * mandate was for the amount that was sent. It is no no: something is booked over there, and to send again would
     * book it twice.
     *
     * @param cause of an inquiry that was not sent, {@link UnknownCause#NOT_CARRIED} or {@link UnknownCause#NOT_OFFERED}
     */
    record Unknown(String serial, UnknownCause cause) implements ProvinceReply {}
}
