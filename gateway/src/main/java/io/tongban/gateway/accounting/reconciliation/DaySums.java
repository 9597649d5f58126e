package io.tongban.gateway.accounting.reconciliation;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceDetail.DayTotal;
import io.tongban.province.ProvinceDetail.EntryKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one side booked on a day, by command and insurance. A sum of nothing is as good as none. */
record DaySums(SortedMap<Of, Sum> sums) {
    private static final Sum NOTHING = new Sum(0, 0);

    /** What a sum is of. */
    record Of(EntryKind kind, InsuranceKind insurance) implements Comparable<Of> {
        private static final Comparator<Of> ORDER = Comparator.comparing(Of::kind)
                .thenComparing(of -> of.insurance().value());

        @Override
        public int compareTo(Of other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param fen whole fen */
    record Sum(long count, long fen) {
        Sum plus(Sum other) {
            return new Sum(Math.addExact(count, other.count), Math.addExact(fen, other.fen));
        }
    }

    DaySums {
        TreeMap<Of, Sum> some = new TreeMap<>(sums);
        some.values().removeIf(NOTHING::equals);
        sums = some;
    }

    static DaySums of(Collection<DayTotal> totals) {
        TreeMap<Of, Sum> sums = new TreeMap<>();
        totals.forEach(total -> sums.put(new Of(total.kind(), total.insurance()), new Sum(total.count(), total.fen())));
        return new DaySums(sums);
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    Sum sum(Of of) {
        return sums.getOrDefault(of, NOTHING);
    }

    Sum all() {
        return sums.values().stream().reduce(NOTHING, Sum::plus);
    }

    /** By command alone: items do not say their insurance. */
    Map<EntryKind, Sum> byKind() {
        Map<EntryKind, Sum> kinds = new TreeMap<>();
        sums.forEach((of, sum) -> kinds.merge(of.kind(), sum, Sum::plus));
        return kinds;
    }

    /** Of two that are not equal. */
    Of firstDifferent(DaySums other) {
        return together(other).stream()
                .filter(of -> !sum(of).equals(other.sum(of)))
                .findFirst()
                .orElseThrow();
    }

    /** What either side has, in order. */
    List<Of> together(DaySums other) {
        SortedSet<Of> all = new TreeSet<>(sums.keySet());
        all.addAll(other.sums.keySet());
        return List.copyOf(all);
    }
}
