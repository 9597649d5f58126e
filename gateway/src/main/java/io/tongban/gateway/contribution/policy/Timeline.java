package io.tongban.gateway.contribution.policy;

import io.tongban.province.dated.DataFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is said of one key, in two times: for each day from which more was known, the intervals as they were known
 * then, sorted and without overlap or gap.
 */
final class Timeline {
    private static final long FOR_EVER = LocalDate.MAX.toEpochDay();

    private final long[] knownFrom;
    private final Interval[][] intervals;

    private record Interval(long from, long to, Finding.Stands stands) {}

    /** @throws DataFileException if two entries say something of the same day, or a day between two has none */
    Timeline(List<PolicyEntry> entries) {
        long[] days = entries.stream()
                .mapToLong(entry -> entry.knownFrom().toEpochDay())
                .sorted()
                .distinct()
                .toArray();
        this.knownFrom = days;
        this.intervals = new Interval[days.length][];
        for (int i = 0; i < days.length; i++) {
            long known = days[i];
            intervals[i] = compiled(entries.stream()
                    .filter(entry -> entry.knownFrom().toEpochDay() <= known)
                    .toList());
        }
    }

    /** Of two that begin on the same day the one that was known later counts. */
    private static Interval[] compiled(List<PolicyEntry> known) {
        Map<LocalDate, PolicyEntry> byStart = new TreeMap<>();
        known.stream().sorted(Comparator.comparing(PolicyEntry::knownFrom)).forEach(entry -> {
            PolicyEntry other = byStart.put(entry.validFrom(), entry);
            if (other != null && other.knownFrom().equals(entry.knownFrom())) {
                throw new DataFileException(
                        entry.where(),
                        "\"" + entry.id() + "\" overlaps \"" + other.id()
                                + "\": both begin on the same day; give a correction a later known-from");
            }
        });
        List<PolicyEntry> sorted = new ArrayList<>(byStart.values());
        Interval[] intervals = new Interval[sorted.size()];
        for (int i = 0; i < intervals.length; i++) {
            PolicyEntry entry = sorted.get(i);
            long end = entry.validTo() == null ? FOR_EVER : entry.validTo().toEpochDay();
            if (i + 1 < intervals.length) {
                end = endBefore(entry, end, sorted.get(i + 1));
            }
            intervals[i] = new Interval(entry.validFrom().toEpochDay(), end, new Finding.Stands(entry));
        }
        return intervals;
    }

    private static long endBefore(PolicyEntry entry, long end, PolicyEntry next) {
        long before = next.validFrom().toEpochDay() - 1;
        if (entry.validTo() != null && end > before) {
            throw new DataFileException(
                    next.where(),
                    "\"" + next.id() + "\" overlaps \"" + entry.id() + "\", which is valid to " + entry.validTo()
                            + "; begin it on " + entry.validTo().plusDays(1));
        }
        if (end < before) {
            throw new DataFileException(
                    next.where(),
                    "\"" + next.id() + "\" leaves a gap after \"" + entry.id() + "\"; begin it on "
                            + LocalDate.ofEpochDay(end + 1) + ", or add an entry for the days between");
        }
        return before;
    }

    Finding find(LocalDate asOf, LocalDate knownAt) {
        int epoch = lastNotAfter(knownFrom, knownAt.toEpochDay());
        if (epoch < 0) {
            // Not "not known then": an answer must not tell of what was learned after it.
            return Finding.Absent.NO_RULE;
        }
        Interval[] known = intervals[epoch];
        long day = asOf.toEpochDay();
        int low = 0;
        int high = known.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known[middle].from <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return new Finding.Absent(Finding.Reason.BEFORE_RULES);
        }
        Interval found = known[low - 1];
        return day <= found.to ? found.stands : new Finding.Absent(Finding.Reason.ENDED);
    }

    private static int lastNotAfter(long[] days, long day) {
        int index = -1;
        while (index + 1 < days.length && days[index + 1] <= day) {
            index++;
        }
        return index;
    }
}
