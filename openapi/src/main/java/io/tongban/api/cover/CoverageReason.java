package io.tongban.api.cover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Why. PAYABLE: not paid, but it can be until the cut-off. BEING_COLLECTED: not confirmed yet, but withheld or held back from payouts by this partner. PAID_BY_PLATFORM: the platform owes it for what is done through it, and nothing is confirmed of the month. FIRST_PAYMENT: no payment before is known to the gateway; who was insured elsewhere may wait less. INSURANCE_PAUSED and INSURANCE_ENDED: somebody ordered it, and no payment of it is taken. NOT_SHOWN: before this partner's worker was enrolled, and not a month that it paid itself, or how a state began that was so then. More words may come.")
public enum CoverageReason {
    NOTHING_PAID,
    PAID,
    PAYABLE,
    BEING_COLLECTED,
    PAID_BY_PLATFORM,
    FIRST_PAYMENT,
    AFTER_GAP,
    JOINED_LATE,
    NOT_PAID,
    INSURANCE_PAUSED,
    INSURANCE_ENDED,
    YEAR_OVER,
    RETIREMENT_AGE,
    RULE_UNKNOWN,
    CUT_OFF_UNKNOWN,
    NOT_SHOWN
}
