package io.tongban.gateway.contribution.policy;

import io.tongban.gateway.contribution.policy.RuleValue.Count;
import io.tongban.gateway.contribution.policy.Stated.Value;
import io.tongban.gateway.platform.config.ClockConfig;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Until when the contribution of a month can be paid: the cut-off day of the month after it, for all who ask. What is
 * earned in a month is known when it is over, and who collects closes it by the middle of the next.
 *
 * @param lastDay on which it can be paid
 * @param entry the rule that says so
 */
public record CutOff(YearMonth month, LocalDate lastDay, PolicyEntry entry) {
    private static final RuleKey OF_ALL = new RuleKey(Rule.CUT_OFF_DAY, "", "", "", "");

    /** Of a month, by the entry that holds for it. */
    public static CutOff of(YearMonth month, int day, PolicyEntry entry) {
        YearMonth next = month.plusMonths(1);
        return new CutOff(month, next.atDay(Math.max(1, Math.min(day, next.lengthOfMonth()))), entry);
    }

    /** Of all insurances of a province; empty where no rule says so. */
    public static Optional<CutOff> of(PolicyBook book, String province, YearMonth month, LocalDate knownAt) {
        return book.find(province, OF_ALL, month.atDay(1), knownAt)
                .standing()
                .flatMap(entry -> entry.stated() instanceof Value said && said.value() instanceof Count day
                        ? Optional.of(of(month, day.number(), entry))
                        : Optional.empty());
    }

    /** The one that comes next, on the day itself or later. */
    public static Optional<CutOff> next(PolicyBook book, String province, LocalDate day, LocalDate knownAt) {
        YearMonth thisMonth = YearMonth.from(day);
        return of(book, province, thisMonth.minusMonths(1), knownAt)
                .flatMap(before ->
                        day.isAfter(before.lastDay) ? of(book, province, thisMonth, knownAt) : Optional.of(before));
    }

    /** The first moment after it. */
    public Instant passed() {
        return lastDay.plusDays(1).atStartOfDay(ClockConfig.ZONE).toInstant();
    }
}
