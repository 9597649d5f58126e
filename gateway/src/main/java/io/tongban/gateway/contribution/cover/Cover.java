package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory.Standing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One insurance of one person in one province, by the rules: a pure function of the months paid, of what was paused and
 * ended, the rules, and the day on which it is asked.
 */
public final class Cover {
    /** No wait is longer; beyond it nothing is looked for. */
    private static final int FAR = 36;

    private final CoverRules rules;
    private final CoverMonths paid;
    private final InsuranceHistory history;
    private final Optional<Retires> retires;
    private final LocalDate today;

    private Cover(
            CoverRules rules, CoverMonths paid, InsuranceHistory history, Optional<Retires> retires, LocalDate today) {
        this.rules = rules;
        this.paid = paid;
        this.history = history;
        this.retires = retires;
        this.today = today;
    }

    /**
     * @param paid as the provinces confirmed it, also in advance
     * @param history what was changed, also what the province has not confirmed yet: no such month can be paid
     */
    public static Cover of(
            CoverRules rules, CoverMonths paid, InsuranceHistory history, Optional<Retires> retires, LocalDate today) {
        boolean yearly = !paid.paid().isEmpty() && rules.at(paid.paid().first()).yearly();
        return new Cover(rules, yearly ? paid.throughTheirYears() : paid, history, retires, today);
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
            CoverCalculation.of(rules, paid, history, retires, today, YearMonth.from(through)).stream()
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
        LocalDate far = Stream.concat(Stream.of(last, YearMonth.from(today)), paid.underWay().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow()
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
        CoverSpan lapse = lapse(spans, now);
        return new Outlook(
                current,
                current.state() == CoverState.NONE ? null : spans.get(begin).from(),
                months.isEmpty() ? null : paidThrough(),
                waitingUntil(current),
                lapse == null ? null : lapse.from(),
                lapse == null ? null : lapse.reason(),
                next,
                next == null ? null : afterPaying(next.month()),
                List.copyOf(paid.underWay()));
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
                rules, paid.and(from, CoverMonths.between(from, YearMonth.from(asked)) + FAR), history, retires, today);
        return going.spans(asked, asked.plusMonths(FAR - 1)).stream()
                .filter(span -> span.state() == CoverState.COVERED)
                .findFirst()
                .map(span -> span.from().minusDays(1))
                .orElse(null);
    }

    private AfterPaying afterPaying(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate asked = first.isAfter(today) ? first : today;
        CoverState then = of(rules, paid.and(month, 1), history, retires, today)
                .spans(asked, asked)
                .get(0)
                .state();
        return new AfterPaying(then, then == CoverState.WAITING ? waitingUntil(month, asked) : null);
    }

    /** From when on there is not what there is now; nothing where it is only unknown what there is then. */
    static @Nullable CoverSpan lapse(List<CoverSpan> spans, int now) {
        if (!spans.get(now).isKept()) {
            return null;
        }
        for (CoverSpan span : spans.subList(now, spans.size())) {
            if (!span.isKept()) {
                // Nobody can pay beyond the retirement age: that is an end, and no lapse.
                return span.state() == CoverState.UNKNOWN || span.reason() == CoverReason.RETIREMENT_AGE ? null : span;
            }
        }
        return null;
    }

    /** The first month that is neither paid nor on its way and can be paid, also one that was left out before. */
    private @Nullable NextDue nextDue() {
        YearMonth thisMonth = YearMonth.from(today);
        NavigableSet<YearMonth> months = paid.paid();
        MonthRules now = rules.at(thisMonth);
        if (now.kind() == MonthRules.Kind.UNKNOWN) {
            return null;
        }
        if (now.yearly()) {
            // The next year is none that the gateway takes before it has begun.
            return paid.has(thisMonth) || isOver(thisMonth) || isClosed(thisMonth)
                    ? null
                    : new NextDue(thisMonth, null);
        }
        YearMonth month = months.isEmpty() ? thisMonth : months.first().plusMonths(1);
        while (paid.has(month) || !canStillBePaid(month) || isClosed(month)) {
            if (isClosedForGood(month)) {
                return null;
            }
            month = month.plusMonths(1);
        }
        MonthRules said = rules.at(month);
        return said.kind() == MonthRules.Kind.UNKNOWN || said.byPlatform() || isOver(month)
                ? null
                : new NextDue(month, said.cutOff(month).orElse(null));
    }

    /** It is paused or ended then, and no payment of it is taken. */
    private boolean isClosed(YearMonth month) {
        return history.in(month) != Standing.OPEN;
    }

    private boolean isClosedForGood(YearMonth month) {
        return isClosed(month) && history.latest().filter(month::isBefore).isEmpty();
    }

    private boolean isOver(YearMonth month) {
        return retires.isPresent() && !month.isBefore(retires.get().month());
    }

    private boolean canStillBePaid(YearMonth month) {
        return !month.isBefore(YearMonth.from(today))
                || rules.at(month)
                        .cutOff(month)
                        .filter(day -> !day.isBefore(today))
                        .isPresent();
    }
}
