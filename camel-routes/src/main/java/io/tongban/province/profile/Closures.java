package io.tongban.province.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Whole days on which a province's system is closed.
 *
 * @param monthEnd whether the last day of each month is one
 * @param spans days of one year or another
 */
public record Closures(boolean monthEnd, List<Span> spans) {
    static final Closures NONE = new Closures(false, List.of());

    public Closures {
        spans = List.copyOf(spans);
    }

    boolean on(LocalDate day) {
        return (monthEnd && day.equals(YearMonth.from(day).atEndOfMonth()))
                || spans.stream().anyMatch(span -> span.covers(day));
    }

    /** Days in a row, both ends included. */
    public record Span(LocalDate from, LocalDate to) {
        public Span {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("ends before it begins");
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
