package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person may retire.
 *
 * @param minimumMonths of contributions; null where nobody knows
 * @param missingMonths of them; null where it is not known how many are paid
 */
record Retirement(
        YearMonth statutory,
        YearMonth earliest,
        YearMonth latest,
        int delayMonths,
        @Nullable Integer minimumMonths,
        @Nullable Integer missingMonths,
        List<PolicyEntry> behind) {
    Retirement {
        behind = List.copyOf(behind);
    }
}
