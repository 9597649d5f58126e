package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.contribution.mandate.PayoutTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payout as it is reported, unchecked but for the form of its day; or what a worker pays at a counter, all of which is
 * for contributions.
 *
 * @param kept what was held back of it before the report; absent where the platform asks first
 */
record PayoutRequest(
        String reference,
        String workerId,
        String mandateId,
        LocalDate paidOn,
        long earnedFen,
        Origin origin,
        @Nullable Kept kept) {
    /** Where the money comes from. */
    enum Origin {
        EARNINGS,
        COUNTER
    }

    /** What a platform held back while it was offline, and by which instruction. */
    record Kept(String instructionId, long heldFen) {}

    PayoutRequest(String reference, String workerId, String mandateId, LocalDate paidOn, long earnedFen) {
        this(reference, workerId, mandateId, paidOn, earnedFen, Origin.EARNINGS, null);
    }

    /** Most that may be held back of it; of what is paid at a counter, whatever is owed: any other amount is refused then. */
    long mostFen(PayoutTerms terms) {
        return origin == Origin.COUNTER
                ? Long.MAX_VALUE
                : Allocation.mostOfPayoutFen(earnedFen, terms.payoutPercent(), terms.floorFen());
    }
}
