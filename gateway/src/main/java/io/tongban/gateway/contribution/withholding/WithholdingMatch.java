package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.dispatch.OutcomeMatch;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import java.time.Instant;

/** What a province's word means to a withholding as it stands: the table of states and words. */
final class WithholdingMatch {
    private WithholdingMatch() {}

    static OutcomeMatch of(WithholdingRecord withholding, ProvinceReply reply) {
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Withheld withheld) {
            return ofBooking(withholding, withheld);
        }
        if (reply instanceof Refused refused && refused.refusesCommand()) {
            return ofRefusal(withholding.state());
        }
        return OutcomeMatch.SAYS_NOTHING;
    }

    private static OutcomeMatch ofBooking(WithholdingRecord withholding, Withheld withheld) {
        boolean sameAmount = withheld.amountFen() == withholding.amountFen();
        return switch (withholding.state()) {
            case ACCEPTED, IN_PROCESS, AWAITING_REVIEW -> sameAmount ? OutcomeMatch.SETTLES : OutcomeMatch.DIFFERS;
            // Another number is another booking.
            case CONFIRMED -> repeats(sameAmount && withheld.receiptNumber().equals(withholding.provinceReceipt()));
            // The word of a booking may come after the word that it was taken back, but not be younger.
            case REVERSED -> repeats(sameAmount && !withheld.bookedAt().isAfter(reversedAt(withholding)));
            // Nothing was sent of what is still collected.
            case COLLECTING, REFUSED -> OutcomeMatch.CONTRADICTS;
        };
    }

    private static OutcomeMatch ofRefusal(State state) {
        return switch (state) {
            case ACCEPTED, IN_PROCESS, AWAITING_REVIEW -> OutcomeMatch.SETTLES;
            case CONFIRMED -> OutcomeMatch.CONTRADICTS;
            // Nothing is booked, and that is what was said before.
            case COLLECTING, REFUSED, REVERSED -> OutcomeMatch.REPEATS;
        };
    }

    static OutcomeMatch ofReversal(WithholdingRecord withholding) {
        return switch (withholding.state()) {
            case ACCEPTED, IN_PROCESS, AWAITING_REVIEW, CONFIRMED -> OutcomeMatch.SETTLES;
            case COLLECTING, REFUSED, REVERSED -> OutcomeMatch.REPEATS;
        };
    }

    private static OutcomeMatch repeats(boolean same) {
        return same ? OutcomeMatch.REPEATS : OutcomeMatch.CONTRADICTS;
    }

    private static Instant reversedAt(WithholdingRecord withholding) {
        Instant at = withholding.reversedAt();
        return at == null ? Instant.MIN : at;
    }
}
