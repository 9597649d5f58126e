package io.tongban.sdk.card;

import io.tongban.sdk.card.CardFault.CardInvalid;
import io.tongban.sdk.card.CardFault.CardRemoved;
import io.tongban.sdk.card.CardFault.CardUnreadable;
import io.tongban.sdk.card.CardFault.NoCard;
import io.tongban.sdk.card.CardFault.PinBlocked;
import io.tongban.sdk.card.CardFault.PinNotEntered;
import io.tongban.sdk.card.CardFault.PinWrong;
import io.tongban.sdk.card.CardFault.ReaderGone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a driver's return codes mean, by {@code codes.tsv}. */
final class ReturnCodes {
    /** The card counts in one hexadecimal digit, and drivers put it into words. */
    private static final Pattern TRIES = Pattern.compile("([0-9A-F])\\s*次");

    private ReturnCodes() {}

    /** What the function gave; its words about a failure are not passed on, for they may say more than the failure. */
    static String done(DriverAnswer answer) {
        if (answer.code() == 0) {
            return answer.out();
        }
        throw new CardReaderException(fault(answer));
    }

    private static CardFault fault(DriverAnswer answer) {
        return switch (CardTables.faultOf(answer.code())) {
            case "no-card" -> new NoCard();
            case "card-removed" -> new CardRemoved();
            case "pin-wrong" -> pinWrong(triesLeft(answer.out()));
            case "pin-blocked" -> new PinBlocked();
            case "pin-not-entered" -> new PinNotEntered();
            case "reader-gone" -> new ReaderGone();
            case "card-blocked" -> new CardInvalid(CardDefect.BLOCKED);
            case "card-not-genuine" -> new CardInvalid(CardDefect.NOT_GENUINE);
            default -> new CardUnreadable("return code " + answer.code());
        };
    }

    private static CardFault pinWrong(@Nullable Integer triesLeft) {
        return triesLeft != null && triesLeft == 0 ? new PinBlocked() : new PinWrong(triesLeft);
    }

    private static @Nullable Integer triesLeft(String words) {
        Matcher matcher = TRIES.matcher(words);
        return matcher.find() ? Integer.valueOf(matcher.group(1), 16) : null;
    }
}
