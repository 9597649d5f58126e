package io.tongban.gateway.contribution.mandate;

import org.jspecify.annotations.Nullable;

/**
 * What a worker allowed to be held back from payouts.
 *
 * @param baseFen contribution base that the worker chose, whole fen a month
 * @param sharePercent of the month's contribution that this platform carries
 * @param payoutPercent most of one payout, for all insurances together
 * @param makesUp whether more than the share may be held back where it is missing near the cut-off
 * @param floorFen what stays with the worker of each payout, whole fen; 0 where nothing was said
 * @param limitFen the worker's own limit of a month over all platforms and insurances, whole fen; absent where this mandate
 *     says nothing of it, while another one may ({@link WorkerLimits})
 */
public record PayoutTerms(
        long baseFen,
        int sharePercent,
        int payoutPercent,
        boolean makesUp,
        long floorFen,
        @Nullable Long limitFen) {
    /** Without floor and limit. */
    public PayoutTerms(long baseFen, int sharePercent, int payoutPercent, boolean makesUp) {
        this(baseFen, sharePercent, payoutPercent, makesUp, 0, null);
    }
}
