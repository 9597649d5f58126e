package io.tongban.sandbox.province;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a person's cover off the months that are paid. */
final class PaidMonths {
    /** Registration opens the employees' pension; it shows even before anything is paid. */
    private static final String PENSION = "110";

    private static final String PAYING = "1";
    private static final String SUSPENDED = "2";
    private static final String ENDED = "3";

    private PaidMonths() {}

    static List<Answer.Cover> covers(List<Booking> bookings, Map<String, InsuranceHistory> changed, YearMonth now) {
        Map<String, SortedSet<YearMonth>> months = new TreeMap<>();
        months.put(PENSION, new TreeSet<>());
        for (Booking booking : bookings) {
            months.computeIfAbsent(booking.kind(), any -> new TreeSet<>()).add(booking.period());
        }
        changed.keySet().forEach(kind -> months.computeIfAbsent(kind, any -> new TreeSet<>()));
        List<Answer.Cover> covers = new ArrayList<>();
        months.forEach((kind, paid) -> covers.add(cover(
                kind,
                throughWithoutGap(paid),
                changed.getOrDefault(kind, new InsuranceHistory(List.of())).stateIn(now),
                now)));
        return covers;
    }

    /** A month is paid in the month after it at the earliest, so last month's payment still counts as paying. */
    private static Answer.Cover cover(
            String kind, @Nullable YearMonth through, InsuranceHistory.State state, YearMonth now) {
        boolean paying = through != null && !through.isBefore(now.minusMonths(1));
        return new Answer.Cover(
                kind,
                switch (state) {
                    case OPEN -> paying ? PAYING : SUSPENDED;
                    case PAUSED -> SUSPENDED;
                    case ENDED -> ENDED;
                },
                through);
    }

    private static @Nullable YearMonth throughWithoutGap(SortedSet<YearMonth> paid) {
        YearMonth through = null;
        for (YearMonth month : paid) {
            if (through != null && !month.equals(through.plusMonths(1))) {
                break;
            }
            through = month;
        }
        return through;
    }
}
