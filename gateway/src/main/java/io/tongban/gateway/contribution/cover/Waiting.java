package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.cover.MonthRules.Counted;
import io.tongban.gateway.contribution.cover.MonthRules.Kind;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long is waited for after a payment that does not follow on the one before it. What is waited for are months paid.
 *
 * @param months how many; at most so many if it is not exact
 * @param known whether the rules say so at all
 */
record Waiting(int months, boolean exact, boolean known, CoverReason reason, List<PolicyEntry> behind) {
    static final Waiting NONE = new Waiting(0, true, true, CoverReason.PAID, List.of());

    Waiting {
        behind = List.copyOf(behind);
    }

    /**
     * @param before last month paid before; empty if none is known
     * @param month the month paid
     */
    static Waiting between(Optional<YearMonth> before, YearMonth month, MonthRules rules) {
        if (rules.kind() != Kind.AFTER_WAITING) {
            return NONE;
        }
        return rules.yearly() ? ofAYear(before, month, rules) : ofMonths(before, month, rules);
    }

    private static Waiting ofMonths(Optional<YearMonth> before, YearMonth month, MonthRules rules) {
        if (before.isPresent()) {
            if (rules.gapAllowed().isEmpty()) {
                return unknown(rules);
            }
            if (CoverMonths.between(before.get(), month) - 1
                    <= rules.gapAllowed().get().number()) {
                return NONE;
            }
        }
        boolean exact = rules.waiting().isPresent();
        Optional<Counted> wait = exact ? rules.waiting() : rules.waitingAtMost();
        if (wait.isEmpty()) {
            return unknown(rules);
        }
        return new Waiting(
                wait.get().number(),
                exact && before.isPresent(),
                true,
                before.isPresent() ? CoverReason.AFTER_GAP : CoverReason.FIRST_PAYMENT,
                Stream.concat(Stream.of(wait.get()), before.isPresent() ? rules.gapAllowed().stream() : Stream.empty())
                        .map(Counted::entry)
                        .toList());
    }

    /** In time is who pays from January on, and has paid for the year before. */
    private static Waiting ofAYear(Optional<YearMonth> before, YearMonth month, MonthRules rules) {
        int missed = before.map(last -> month.getYear() - last.getYear() - 1).orElse(0);
        if (before.isPresent() && missed == 0 && month.getMonthValue() == 1) {
            return NONE;
        }
        if (rules.waiting().isEmpty()
                || (missed > 0 && rules.waitingPerMissedYear().isEmpty())) {
            return unknown(rules);
        }
        Counted wait = rules.waiting().get();
        List<PolicyEntry> behind = new ArrayList<>(List.of(wait.entry()));
        int months = wait.number();
        if (missed > 0) {
            Counted more = rules.waitingPerMissedYear().get();
            months += more.number() * missed;
            behind.add(more.entry());
        }
        return new Waiting(
                months,
                before.isPresent(),
                true,
                before.isPresent() ? CoverReason.JOINED_LATE : CoverReason.FIRST_PAYMENT,
                behind);
    }

    private static Waiting unknown(MonthRules rules) {
        return new Waiting(0, false, false, CoverReason.RULE_UNKNOWN, rules.behind());
    }
}
