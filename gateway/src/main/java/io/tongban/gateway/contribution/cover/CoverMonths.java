package io.tongban.gateway.contribution.cover;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Months that are paid. A year's payment is its months, so how it was paid makes no difference. */
public record CoverMonths(NavigableSet<YearMonth> paid) {
    public CoverMonths {
        paid = Collections.unmodifiableNavigableSet(new TreeSet<>(paid));
    }

    public static CoverMonths of(Collection<YearMonth> months) {
        return new CoverMonths(new TreeSet<>(months));
    }

    /** So many months on end. */
    public CoverMonths and(YearMonth first, int months) {
        TreeSet<YearMonth> all = new TreeSet<>(paid);
        for (int i = 0; i < months; i++) {
            all.add(first.plusMonths(i));
        }
        return new CoverMonths(all);
    }

    /** Where a payment is for its year: from its first month paid to December. */
    CoverMonths throughTheirYears() {
        TreeSet<YearMonth> all = new TreeSet<>();
        for (YearMonth month : paid) {
            for (YearMonth each = month; each.getYear() == month.getYear() && all.add(each); ) {
                each = each.plusMonths(1);
            }
        }
        return new CoverMonths(all);
    }

    static int between(YearMonth one, YearMonth other) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(one, other));
    }
}
