package io.tongban.gateway.contribution.cover;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Until when a month can be paid. */
final class CoverDates {
    private CoverDates() {}

    /** The cut-off day of the next month, or its last day where it is shorter; empty where nobody knows. */
    static Optional<LocalDate> cutOff(YearMonth month, MonthRules rules) {
        YearMonth next = month.plusMonths(1);
        return rules.cutOffDay().map(day -> next.atDay(Math.max(1, Math.min(day.number(), next.lengthOfMonth()))));
    }
}
