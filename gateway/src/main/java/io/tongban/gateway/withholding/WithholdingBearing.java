package io.tongban.gateway.withholding;

import io.tongban.gateway.dispatch.Bearing;
import io.tongban.gateway.withholding.BookedWithholding.State;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import io.tongban.province.RefusalReason;
import java.time.Instant;

/** What a province's word means to a withholding as it stands: the table of states and words. */
final class WithholdingBearing {
    private WithholdingBearing() {}

    static Bearing of(BookedWithholding withholding, ProvinceReply reply) {
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Withheld withheld) {
            return ofBooking(withholding, withheld);
        }
        if (reply instanceof Refused refused && refused.reason() != RefusalReason.SERIAL_NOT_FOUND) {
            return ofRefusal(withholding.state());
        }
        return Bearing.SAYS_NOTHING;
    }

    private static Bearing ofBooking(BookedWithholding withholding, Withheld withheld) {
        boolean sameAmount = withheld.amountFen() == withholding.amountFen();
        return switch (withholding.state()) {
            case ACCEPTED, IN_PROCESS, AWAITING_COUNTER -> sameAmount ? Bearing.SETTLES : Bearing.DIFFERS;
            // Another number is another booking.
            case CONFIRMED -> repeats(sameAmount && withheld.receiptNumber().equals(withholding.provinceReceipt()));
            // The word of a booking may come after the word that it was taken back, but not be younger.
            case REVERSED -> repeats(sameAmount && !withheld.bookedAt().isAfter(reversedAt(withholding)));
            case REFUSED -> Bearing.CONTRADICTS;
        };
    }

    private static Bearing ofRefusal(State state) {
        return switch (state) {
            case ACCEPTED, IN_PROCESS, AWAITING_COUNTER -> Bearing.SETTLES;
            case CONFIRMED -> Bearing.CONTRADICTS;
            // Nothing is booked, and that is what was said before.
            case REFUSED, REVERSED -> Bearing.REPEATS;
        };
    }

    static Bearing ofReversal(BookedWithholding withholding) {
        return switch (withholding.state()) {
            case ACCEPTED, IN_PROCESS, AWAITING_COUNTER, CONFIRMED -> Bearing.SETTLES;
            case REFUSED, REVERSED -> Bearing.REPEATS;
        };
    }

    private static Bearing repeats(boolean same) {
        return same ? Bearing.REPEATS : Bearing.CONTRADICTS;
    }

    private static Instant reversedAt(BookedWithholding withholding) {
        Instant at = withholding.reversedAt();
        return at == null ? Instant.MIN : at;
    }
}
