package io.tongban.sandbox.population;

/** Why a worker had not been insured; the survey took several answers. */
public enum UninsuredReason {
    POLICY_UNKNOWN,
    CANNOT_AFFORD,
    UNSTABLE_INCOME,
    PLATFORM_DOES_NOT_PAY,
    COMPLICATED,
    WANTS_INCOME_NOW
}
