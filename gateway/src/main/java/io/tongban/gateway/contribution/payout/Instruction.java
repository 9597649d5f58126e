package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.platform.config.ClockConfig;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a platform may hold back from a worker's payouts of one month while it cannot ask, as it was told.
 *
 * @param cutOff last day of payouts for the month
 * @param ratePercent most of a payout
 * @param floorFen what stays with the worker of each payout
 * @param capFen most under it
 * @param validUntil the first moment at which it is over
 */
record Instruction(
        String id,
        String clientId,
        String workerId,
        String mandateId,
        YearMonth period,
        LocalDate cutOff,
        int ratePercent,
        long floorFen,
        long capFen,
        Instant validFrom,
        Instant validUntil) {
    boolean covers(PayoutRequest request) {
        LocalDate first = LocalDate.ofInstant(validFrom, ClockConfig.ZONE);
        return workerId.equals(request.workerId())
                && mandateId.equals(request.mandateId())
                && !request.paidOn().isBefore(first)
                && !request.paidOn().isAfter(cutOff);
    }
}
