package io.tongban.gateway.contribution.cover;

/** Why a day has its state. */
public enum CoverReason {
    NOTHING_PAID,
    /** The month, or its year, is paid. */
    PAID,
    /** Not paid, but it can be until the cut-off. */
    PAYABLE,
    /** Not confirmed, but on its way; as if it were paid, until it fails. */
    BEING_COLLECTED,
    /** The platform owes it for what is done through it; nothing is confirmed of the month. */
    PAID_BY_PLATFORM,
    /** No payment before this one is known here; who was insured elsewhere may wait less. */
    FIRST_PAYMENT,
    /** There were more months without payment than the rule lets pass. */
    AFTER_GAP,
    /** Joined after the year had begun, or after a year without payment. */
    JOINED_LATE,
    NOT_PAID,
    /** It was ordered so, and no payment of it is taken. */
    INSURANCE_PAUSED,
    INSURANCE_ENDED,
    /** The year paid for is over. */
    YEAR_OVER,
    RETIREMENT_AGE,
    /** No rule says how cover follows from payment. */
    RULE_UNKNOWN,
    /** No rule says how long a month can still be paid. */
    CUT_OFF_UNKNOWN,
    /** It is not told to who asks. */
    NOT_SHOWN
}
