package io.tongban.gateway.contribution.cover;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Months that are paid. A year's payment is its months, so how it was paid makes no difference.
 *
 * @param underWay months that are being collected, and neither paid nor failed yet
 */
public record CoverMonths(NavigableSet<YearMonth> paid, NavigableSet<YearMonth> underWay) {
    public CoverMonths {
        paid = Collections.unmodifiableNavigableSet(new TreeSet<>(paid));
        TreeSet<YearMonth> open = new TreeSet<>(underWay);
        open.removeAll(paid);
        underWay = Collections.unmodifiableNavigableSet(open);
    }

    public static CoverMonths of(Collection<YearMonth> paid) {
        return of(paid, Set.of());
    }

    public static CoverMonths of(Collection<YearMonth> paid, Collection<YearMonth> underWay) {
        return new CoverMonths(new TreeSet<>(paid), new TreeSet<>(underWay));
    }

    boolean has(YearMonth month) {
        return paid.contains(month) || underWay.contains(month);
    }

    /** So many months on end. */
    public CoverMonths and(YearMonth first, int months) {
        TreeSet<YearMonth> all = new TreeSet<>(paid);
        for (int i = 0; i < months; i++) {
            all.add(first.plusMonths(i));
        }
        return new CoverMonths(all, underWay);
    }

    /** Where a payment is for its year: from its first month paid to December. */
    CoverMonths throughTheirYears() {
        return new CoverMonths(throughTheirYears(paid), throughTheirYears(underWay));
    }

    private static NavigableSet<YearMonth> throughTheirYears(NavigableSet<YearMonth> months) {
        TreeSet<YearMonth> all = new TreeSet<>();
        for (YearMonth month : months) {
            for (YearMonth each = month; each.getYear() == month.getYear() && all.add(each); ) {
                each = each.plusMonths(1);
            }
        }
        return all;
    }

    static int between(YearMonth one, YearMonth other) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(one, other));
    }
}
