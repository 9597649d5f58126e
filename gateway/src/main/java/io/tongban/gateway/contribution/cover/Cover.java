package io.tongban.gateway.contribution.cover;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One insurance of one person in one province, by the rules: a pure function of the months paid, the rules, and the day
 * on which it is asked.
 */
public final class Cover {
    /** No wait is longer; beyond it nothing is looked for. */
    private static final int FAR = 36;

    private final CoverRules rules;
    private final CoverMonths paid;
    private final Optional<Retires> retires;
    private final LocalDate today;

    private Cover(CoverRules rules, CoverMonths paid, Optional<Retires> retires, LocalDate today) {
        this.rules = rules;
        this.paid = paid;
        this.retires = retires;
        this.today = today;
    }

    /** @param paid as the provinces confirmed it, also in advance */
    public static Cover of(CoverRules rules, CoverMonths paid, Optional<Retires> retires, LocalDate today) {
        boolean yearly = !paid.paid().isEmpty() && rules.at(paid.paid().first()).yearly();
        return new Cover(rules, yearly ? paid.throughTheirYears() : paid, retires, today);
    }

    /** Every day from one to another in exactly one span, in order; what is to come as if nothing more were paid. */
    public List<CoverSpan> spans(LocalDate from, LocalDate through) {
        List<CoverSpan> spans = new ArrayList<>();
        NavigableSet<YearMonth> months = paid.paid();
        LocalDate first = months.isEmpty() ? LocalDate.MAX : months.first().atDay(1);
        if (from.isBefore(first)) {
            LocalDate before = through.isBefore(first) ? through : first.minusDays(1);
            spans.add(new CoverSpan(from, before, CoverState.NONE, CoverReason.NOTHING_PAID, List.of()));
        }
        if (!through.isBefore(first)) {
            CoverCalculation.of(rules, paid, retires, today, YearMonth.from(through)).stream()
                    .filter(span -> span.meets(from, through))
                    .map(span -> span.within(from, through))
                    .forEach(spans::add);
        }
        return spans;
    }

    /** How it stands today, and what comes if nothing more is paid. */
    public Outlook outlook() {
        NavigableSet<YearMonth> months = paid.paid();
        LocalDate first = months.isEmpty() ? today : earlier(months.first().atDay(1), today);
        YearMonth last = months.isEmpty() ? YearMonth.from(today) : months.last();
        LocalDate far = (last.isBefore(YearMonth.from(today)) ? YearMonth.from(today) : last)
                .plusMonths(3)
                .atEndOfMonth();
        List<CoverSpan> spans = spans(first, far);
        int now = 0;
        while (spans.get(now).through().isBefore(today)) {
            now++;
        }
        int begin = now;
        while (begin > 0 && spans.get(begin - 1).state() == spans.get(now).state()) {
            begin--;
        }
        CoverSpan current = spans.get(now);
        NextDue next = nextDue();
        return new Outlook(
                current,
                current.state() == CoverState.NONE ? null : spans.get(begin).from(),
                months.isEmpty() ? null : paidThrough(),
                waitingUntil(current),
                lapsesOn(spans, now),
                next,
                next == null ? null : afterPaying(next.month()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private @Nullable YearMonth paidThrough() {
        return paid.paid().last();
    }

    /** The last day that is waited for, if each month from now on is paid. */
    private @Nullable LocalDate waitingUntil(CoverSpan current) {
        if (current.state() != CoverState.WAITING) {
            return null;
        }
        return waitingUntil(YearMonth.from(current.from()), today);
    }

    private @Nullable LocalDate waitingUntil(YearMonth from, LocalDate asked) {
        Cover going = new Cover(
                rules, paid.and(from, CoverMonths.between(from, YearMonth.from(asked)) + FAR), retires, today);
        return going.spans(asked, asked.plusMonths(FAR - 1)).stream()
                .filter(span -> span.state() == CoverState.COVERED)
                .findFirst()
                .map(span -> span.from().minusDays(1))
                .orElse(null);
    }

    private AfterPaying afterPaying(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate asked = first.isAfter(today) ? first : today;
        CoverState then = of(rules, paid.and(month, 1), retires, today)
                .spans(asked, asked)
                .get(0)
                .state();
        return new AfterPaying(then, then == CoverState.WAITING ? waitingUntil(month, asked) : null);
    }

    /** The first day without what there is now; nothing where it is only unknown what there is then. */
    static @Nullable LocalDate lapsesOn(List<CoverSpan> spans, int now) {
        if (!spans.get(now).isKept()) {
            return null;
        }
        for (CoverSpan span : spans.subList(now, spans.size())) {
            if (!span.isKept()) {
                return span.state() == CoverState.UNKNOWN ? null : span.from();
            }
        }
        return null;
    }

    private @Nullable NextDue nextDue() {
        YearMonth thisMonth = YearMonth.from(today);
        NavigableSet<YearMonth> months = paid.paid();
        YearMonth month = months.isEmpty() ? thisMonth : months.last().plusMonths(1);
        MonthRules said = rules.at(month);
        if (said.kind() == MonthRules.Kind.UNKNOWN
                || (retires.isPresent() && !month.isBefore(retires.get().month()))) {
            return null;
        }
        if (said.yearly()) {
            return month.isAfter(thisMonth)
                    ? new NextDue(month, month.atDay(1).minusDays(1))
                    : new NextDue(thisMonth, null);
        }
        while (month.isBefore(thisMonth)
                && CoverDates.cutOff(month, rules.at(month))
                        .filter(day -> !day.isBefore(today))
                        .isEmpty()) {
            month = month.plusMonths(1);
        }
        return new NextDue(month, CoverDates.cutOff(month, rules.at(month)).orElse(null));
    }
}
