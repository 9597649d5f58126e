package io.tongban.gateway.contribution.payout.subsidy;

import java.time.Instant;

/**
 * A claim as it is stored.
 *
 * @param floorBaseFen lowest base of the work place in the month, whole fen
 * @param amountFen what the platform refunds, whole fen
 * @param rule id of the entry that says which share
 * @param mark the weakest of all that is behind it
 */
record SubsidyRecord(
        String id,
        String clientId,
        String reference,
        String personId,
        Proof proof,
        String workPlace,
        long floorBaseFen,
        int monthsReached,
        long amountFen,
        String rule,
        String source,
        String mark,
        boolean provisional,
        String consentReference,
        Instant claimedAt) {}
