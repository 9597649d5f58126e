package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Rule;
import java.time.LocalDate;
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

    boolean isProvisional(LocalDate asOf) {
        return behind.stream().anyMatch(entry -> isProvisionalBy(entry, asOf));
    }

    /** The minimum is the one of the month of retirement, all else counts by the day that was asked for. */
    boolean isProvisionalBy(PolicyEntry entry, LocalDate asOf) {
        boolean minimum = entry.key().rule() == Rule.MINIMUM_MONTHS;
        return behind.contains(entry) && entry.isProvisional(minimum ? statutory.atDay(1) : asOf);
    }
}
