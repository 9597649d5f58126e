package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.cover.MonthRules.Kind;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory.Standing;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks from the first month paid to the last that is asked for. Each day gets one state, for one reason. */
final class CoverCalculation {
    private final CoverRules rules;
    private final CoverMonths paid;
    private final InsuranceHistory history;
    private final Optional<Retires> retires;
    private final LocalDate today;
    private final List<CoverSpan> spans = new ArrayList<>();

    /** Last month paid. */
    private @Nullable YearMonth last;
    /** Last month that is paid, or on its way without a gap after those paid. */
    private @Nullable YearMonth reach;

    private Waiting waiting = Waiting.NONE;
    /** Months that are waited for after {@link #last}, and after {@link #reach}. */
    private int left;

    private int ahead;

    private CoverCalculation(
            CoverRules rules, CoverMonths paid, InsuranceHistory history, Optional<Retires> retires, LocalDate today) {
        this.rules = rules;
        this.paid = paid;
        this.history = history;
        this.retires = retires;
        this.today = today;
    }

    /** Spans on end, from the first day of the first month paid to the last day of {@code until}. */
    static List<CoverSpan> of(
            CoverRules rules,
            CoverMonths paid,
            InsuranceHistory history,
            Optional<Retires> retires,
            LocalDate today,
            YearMonth until) {
        CoverCalculation walk = new CoverCalculation(rules, paid, history, retires, today);
        for (YearMonth month = paid.paid().first(); !month.isAfter(until); month = month.plusMonths(1)) {
            walk.step(month);
        }
        return CoverSpan.joined(walk.spans);
    }

    private void step(YearMonth month) {
        MonthRules said = rules.at(month);
        boolean isPaid = paid.paid().contains(month);
        if (said.kind() == Kind.UNKNOWN) {
            whole(month, CoverState.UNKNOWN, CoverReason.RULE_UNKNOWN, List.of());
        } else if (isPaid) {
            paid(month, said);
        } else if (paid.underWay().contains(month) && follows(month) && !isRetired(month)) {
            whole(month, state(ahead), CoverReason.BEING_COLLECTED, behind(said, ahead));
            reach = month;
            ahead = Math.max(0, ahead - 1);
        } else {
            unpaid(month, said);
        }
        if (isPaid) {
            last = month;
            reach = month;
        }
    }

    private boolean follows(YearMonth month) {
        return month.minusMonths(1).equals(reach);
    }

    private boolean isRetired(YearMonth month) {
        return retires.isPresent() && !month.isBefore(retires.get().month());
    }

    private void paid(YearMonth month, MonthRules said) {
        if (follows(month)) {
            left = ahead;
        } else {
            Waiting next = Waiting.between(Optional.ofNullable(last), month, said);
            if (!next.equals(Waiting.NONE)) {
                waiting = next;
                left = next.months();
            }
        }
        whole(month, state(left), reason(left), behind(said, left));
        left = Math.max(0, left - 1);
        ahead = left;
    }

    private CoverState state(int monthsLeft) {
        if (!waiting.known()) {
            return CoverState.UNKNOWN;
        }
        return monthsLeft > 0 ? CoverState.WAITING : CoverState.COVERED;
    }

    private CoverReason reason(int monthsLeft) {
        return monthsLeft > 0 || !waiting.known() ? waiting.reason() : CoverReason.PAID;
    }

    private List<PolicyEntry> behind(MonthRules said, int monthsLeft) {
        List<PolicyEntry> all = new ArrayList<>(said.behind());
        if (monthsLeft > 0) {
            all.addAll(waiting.behind());
        }
        return all;
    }

    private void unpaid(YearMonth month, MonthRules said) {
        if (isRetired(month)) {
            whole(
                    month,
                    CoverState.ENDED,
                    CoverReason.RETIREMENT_AGE,
                    retires.orElseThrow().behind());
        } else if (said.byPlatform()) {
            // What was done is covered, and whether anything was is the platform's to know.
            whole(month, CoverState.UNKNOWN, CoverReason.PAID_BY_PLATFORM, said.behind());
        } else if (history.in(month) == Standing.PAUSED) {
            whole(month, CoverState.SUSPENDED, CoverReason.INSURANCE_PAUSED, said.behind());
        } else if (history.in(month) == Standing.ENDED) {
            whole(month, CoverState.ENDED, CoverReason.INSURANCE_ENDED, said.behind());
        } else if (said.yearly()) {
            whole(month, CoverState.ENDED, CoverReason.YEAR_OVER, said.behind());
        } else if (follows(month)) {
            first(month, said);
        } else if (month.minusMonths(2).equals(reach)) {
            second(month, said);
        } else {
            whole(month, CoverState.SUSPENDED, CoverReason.NOT_PAID, said.behind());
        }
    }

    /** The first month after those paid: as if it were paid, for as long as it can be. */
    private void first(YearMonth month, MonthRules said) {
        if (!canStillBePaid(month, said)) {
            whole(month, CoverState.SUSPENDED, CoverReason.NOT_PAID, said.behind());
        } else if (said.cutOffDay().isPresent()) {
            whole(month, state(ahead), CoverReason.PAYABLE, payable(said, ahead));
        } else {
            whole(month, CoverState.UNKNOWN, CoverReason.CUT_OFF_UNKNOWN, said.behind());
        }
    }

    /** The month in which the one before it can still be paid, up to the cut-off. */
    private void second(YearMonth month, MonthRules said) {
        MonthRules before = rules.at(month.minusMonths(1));
        if (history.in(month.minusMonths(1)) != Standing.OPEN || !canStillBePaid(month.minusMonths(1), before)) {
            whole(month, CoverState.SUSPENDED, CoverReason.NOT_PAID, said.behind());
        } else if (before.cutOffDay().isPresent()) {
            int then = Math.max(0, ahead - 1);
            LocalDate cutOff = before.cutOff(month.minusMonths(1)).orElseThrow();
            spans.add(new CoverSpan(month.atDay(1), cutOff, state(then), CoverReason.PAYABLE, payable(before, then)));
            if (cutOff.isBefore(month.atEndOfMonth())) {
                spans.add(new CoverSpan(
                        cutOff.plusDays(1),
                        month.atEndOfMonth(),
                        CoverState.SUSPENDED,
                        CoverReason.NOT_PAID,
                        said.behind()));
            }
        } else {
            whole(month, CoverState.UNKNOWN, CoverReason.CUT_OFF_UNKNOWN, said.behind());
        }
    }

    private boolean canStillBePaid(YearMonth month, MonthRules said) {
        LocalDate until = said.cutOff(month).orElseGet(() -> month.plusMonths(1).atEndOfMonth());
        return !today.isAfter(until);
    }

    private List<PolicyEntry> payable(MonthRules said, int monthsLeft) {
        List<PolicyEntry> all = behind(said, monthsLeft);
        said.cutOffDay().ifPresent(day -> all.add(day.entry()));
        return all;
    }

    private void whole(YearMonth month, CoverState state, CoverReason reason, List<PolicyEntry> behind) {
        spans.add(new CoverSpan(month.atDay(1), month.atEndOfMonth(), state, reason, behind));
    }
}
