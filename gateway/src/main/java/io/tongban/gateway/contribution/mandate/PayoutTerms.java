package io.tongban.gateway.contribution.mandate;

/**
 * What a worker allowed to be held back from payouts.
 *
 * @param baseFen contribution base that the worker chose, whole fen a month
 * @param sharePercent of the month's contribution that this platform carries
 * @param payoutPercent most of one payout, for all insurances together
 */
public record PayoutTerms(long baseFen, int sharePercent, int payoutPercent) {}
