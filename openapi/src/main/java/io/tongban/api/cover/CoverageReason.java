package io.tongban.api.cover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Why. PAYABLE: not paid, but it can be until the cut-off. FIRST_PAYMENT: no payment before is known to the gateway; who was insured elsewhere may wait less. NOT_SHOWN: before this partner's worker was enrolled, and not a month that it paid itself. More words may come.")
public enum CoverageReason {
    NOTHING_PAID,
    PAID,
    PAYABLE,
    FIRST_PAYMENT,
    AFTER_GAP,
    JOINED_LATE,
    NOT_PAID,
    YEAR_OVER,
    RETIREMENT_AGE,
    RULE_UNKNOWN,
    CUT_OFF_UNKNOWN,
    NOT_SHOWN
}
