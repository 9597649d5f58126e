package io.tongban.sdk.fake;

import io.tongban.api.change.InsuranceChange;
import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.change.InsuranceChangeState;
import io.tongban.api.problem.ProblemType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was changed of each person's insurances, through whichever partner. The cut-off is the 15th at each province. */
final class ChangeBook {
    private static final int CUT_OFF_DAY = 15;
    private static final int MOST_MONTHS_AHEAD = 12;

    private static final int MONTHS_THAT_COUNT = 3;
    private static final Map<String, String> OTHER_SCHEME = Map.of(
            "AAE140:110",
            "AAE140:170",
            "AAE140:170",
            "AAE140:110",
            "AAE140:310",
            "AAE140:390",
            "AAE140:390",
            "AAE140:310");

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final WithholdingBook paid;
    private final FakeClock clock;

    ChangeBook(WithholdingBook paid, FakeClock clock) {
        this.paid = paid;
        this.clock = clock;
    }

    private record Entry(String person, InsuranceChange change) {}

    void put(String person, InsuranceChange change) {
        entries.put(change.id(), new Entry(person, change));
    }

    YearMonth from(@Nullable YearMonth asked) {
        LocalDate today = LocalDate.now(clock.withZone(Provinces.SHANGHAI));
        YearMonth month = YearMonth.from(today);
        YearMonth earliest = today.getDayOfMonth() > CUT_OFF_DAY ? month.plusMonths(1) : month;
        if (asked != null && asked.isBefore(earliest)) {
            throw Refused.at(ProblemType.CHANGE_IN_PAST, "/from");
        }
        if (asked != null && asked.isAfter(earliest.plusMonths(MOST_MONTHS_AHEAD))) {
            throw Refused.at(ProblemType.FIELD_INVALID, "/from");
        }
        return asked == null ? earliest : asked;
    }

    void check(String person, InsuranceChangeOrder order, String insurance, YearMonth from, String pointer) {
        List<InsuranceChange> history = history(person, order.province(), insurance);
        Optional<YearMonth> latest = history.stream()
                .map(InsuranceChange::from)
                .filter(Objects::nonNull)
                .max(YearMonth::compareTo);
        InsuranceChangeKind last = latest.map(month -> standing(history, month)).orElse(null);
        ProblemType objection = switch (order.change()) {
            case ENROL ->
                last == InsuranceChangeKind.PAUSE
                        ? ProblemType.INSURANCE_PAUSED
                        : isEnrolled(history, last) ? ProblemType.INSURANCE_ENROLLED : null;
            case CHANGE_BASE, PAUSE -> closed(last);
            case RESUME -> last == InsuranceChangeKind.PAUSE ? null : ProblemType.INSURANCE_NOT_PAUSED;
            case END -> last == InsuranceChangeKind.END ? ProblemType.INSURANCE_ENDED : null;
            case CORRECT -> ProblemType.FIELD_INVALID;
        };
        if (objection != null) {
            throw Refused.at(objection, pointer);
        }
        if (latest.filter(from::isBefore).isPresent()) {
            throw Refused.at(ProblemType.CHANGE_IN_PAST, "/from");
        }
        if (order.change() == InsuranceChangeKind.ENROL) {
            checkDuplicates(person, order, insurance, from, pointer);
        }
        boolean closes = order.change() == InsuranceChangeKind.PAUSE || order.change() == InsuranceChangeKind.END;
        if (closes && paid.isWithheldSince(person, order.province(), insurance, from)) {
            throw Refused.at(ProblemType.CHANGE_MONTH_PAID, pointer);
        }
    }

    private void checkDuplicates(
            String person, InsuranceChangeOrder order, String insurance, YearMonth from, String pointer) {
        if (provinces(person, insurance, from).stream().anyMatch(province -> !province.equals(order.province()))) {
            throw Refused.at(ProblemType.INSURED_ELSEWHERE, pointer);
        }
        String other = OTHER_SCHEME.get(insurance);
        if (other != null
                && (order.insurances().contains(other)
                        || !provinces(person, other, from).isEmpty())) {
            throw Refused.at(ProblemType.INSURED_IN_OTHER_SCHEME, pointer);
        }
    }

    /** Where somebody enrolled the person, or paid lately, and no end is confirmed that holds from then on. */
    private Set<String> provinces(String person, String insurance, YearMonth from) {
        YearMonth now = YearMonth.from(clock.instant().atZone(Provinces.SHANGHAI));
        YearMonth known = from.isAfter(now) ? now : from;
        Set<String> where = paid.provincesWithheldSince(person, insurance, known.minusMonths(MONTHS_THAT_COUNT));
        entries.values().stream()
                .filter(each -> each.person().equals(person)
                        && insurance.equals(each.change().insurance())
                        && each.change().change() == InsuranceChangeKind.ENROL
                        && each.change().state() != InsuranceChangeState.REFUSED)
                .forEach(each -> where.add(each.change().province()));
        where.removeIf(province -> isOver(history(person, province, insurance), from));
        return where;
    }

    private static boolean isOver(List<InsuranceChange> history, YearMonth from) {
        List<InsuranceChange> certain = history.stream()
                .filter(each ->
                        each.change() != InsuranceChangeKind.END || each.state() == InsuranceChangeState.CONFIRMED)
                .toList();
        return Stream.concat(Stream.of(from), history.stream().map(InsuranceChange::from))
                .filter(month -> month != null && !month.isBefore(from))
                .allMatch(month -> standing(certain, month) == InsuranceChangeKind.END);
    }

    /** Refuses a month that is paused, or comes after the end. */
    void requirePayable(String person, String province, String insurance, YearMonth month, String pointer) {
        ProblemType closed = closed(standing(history(person, province, insurance), month));
        if (closed != null) {
            throw Refused.at(closed, pointer);
        }
    }

    private static boolean isEnrolled(List<InsuranceChange> history, @Nullable InsuranceChangeKind last) {
        return last != InsuranceChangeKind.END
                && history.stream().anyMatch(each -> each.change() == InsuranceChangeKind.ENROL);
    }

    private static @Nullable ProblemType closed(@Nullable InsuranceChangeKind standing) {
        if (standing == InsuranceChangeKind.PAUSE) {
            return ProblemType.INSURANCE_PAUSED;
        }
        return standing == InsuranceChangeKind.END ? ProblemType.INSURANCE_ENDED : null;
    }

    /** PAUSE or END if that is how it stands in the month; else null. */
    private static @Nullable InsuranceChangeKind standing(List<InsuranceChange> history, YearMonth month) {
        InsuranceChangeKind standing = null;
        for (InsuranceChange each : history) {
            YearMonth from = each.from();
            if (from != null && !from.isAfter(month) && each.change() != InsuranceChangeKind.CHANGE_BASE) {
                boolean closes = each.change() == InsuranceChangeKind.PAUSE || each.change() == InsuranceChangeKind.END;
                standing = closes ? each.change() : null;
            }
        }
        return standing;
    }

    private List<InsuranceChange> history(String person, String province, String insurance) {
        return entries.values().stream()
                .filter(each -> each.person().equals(person))
                .map(Entry::change)
                .filter(each -> each.province().equals(province)
                        && insurance.equals(each.insurance())
                        && each.state() != InsuranceChangeState.REFUSED)
                .toList();
    }
}
