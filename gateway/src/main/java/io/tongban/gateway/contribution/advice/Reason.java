package io.tongban.gateway.contribution.advice;

import io.tongban.gateway.contribution.policy.PolicyEntry;
import org.jspecify.annotations.Nullable;

/**
 * Why an insurance fits or not, in words that a worker can read.
 *
 * @param rule that it follows from; null where it follows from what was said
 */
record Reason(Code code, String zh, String en, @Nullable PolicyEntry rule) {
    enum Code {
        INCOME_IN_BAND,
        INCOME_ABOVE_BAND,
        INCOME_BELOW_BAND,
        NOT_PLATFORM_WORK,
        DUPLICATE,
        HELD_COUNTERPART,
        ALREADY_HELD,
        AGE_REACHED,
        RETIREMENT_NEAR,
        PLATFORM_PAYS
    }
}
