package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Rule;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One amount, for months of which each is computed alike.
 *
 * @param part a word for who pays it into what
 * @param baseFen null where there is no base
 * @param rate in percent; null where there is no base
 * @param monthFen of one month, or of the year where months do not count
 * @param rule the entry that says how much
 * @param behind all entries behind it, that one first
 */
record Line(
        String insurance,
        boolean byPerson,
        String part,
        YearMonth from,
        YearMonth through,
        @Nullable Long baseFen,
        @Nullable String rate,
        long monthFen,
        long amountFen,
        PolicyEntry rule,
        List<PolicyEntry> behind) {
    Line {
        behind = List.copyOf(behind);
    }

    /** By the first day of its first month; months of which some are and some are not make two lines. */
    boolean isProvisional() {
        return behind.stream().anyMatch(entry -> entry.isProvisional(from.atDay(1)));
    }

    /** Whether a rule is among the reasons why one of its months is provisional. What is for a year counts by its first. */
    boolean isProvisionalBy(PolicyEntry entry) {
        YearMonth last = rule.key().rule() == Rule.RATE ? through : from;
        return behind.contains(entry) && entry.isProvisional(last.atDay(1));
    }

    /** The weakest of all that is behind it. */
    Mark mark() {
        return Mark.weakest(behind);
    }

    /** Whether the next month is computed like these. */
    boolean continuesIn(Line next) {
        return insurance.equals(next.insurance)
                && part.equals(next.part)
                && monthFen == next.monthFen
                && Objects.equals(baseFen, next.baseFen)
                && behind.equals(next.behind)
                && isProvisional() == next.isProvisional()
                && through.plusMonths(1).equals(next.from);
    }

    Line and(Line next) {
        return new Line(
                insurance,
                byPerson,
                part,
                from,
                next.through,
                baseFen,
                rate,
                monthFen,
                amountFen + next.amountFen,
                rule,
                behind);
    }
}
