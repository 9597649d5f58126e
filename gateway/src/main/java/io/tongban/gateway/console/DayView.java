package io.tongban.gateway.console;

import java.time.LocalDate;
import java.util.List;

/**
 * A bank's day.
 *
 * @param isClosed whether it was signed and cannot be changed
 * @param jws the signature over the day's lines; empty while it is open
 */
public record DayView(
        Desk.Who who,
        LocalDate day,
        boolean isClosed,
        Notice notice,
        List<TillView> tills,
        List<Line> outcomes,
        String jws) {
    public DayView {
        tills = List.copyOf(tills);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What one operator took at one point by one means, less what was given back.
     *
     * @param counted as it was typed last; empty before
     * @param differs whether it is not what was booked; then its rows are named
     */
    public record TillView(
            String name,
            String operator,
            String point,
            Notice means,
            int rows,
            String bookedYuan,
            String counted,
            boolean differs,
            List<Row> named) {
        public TillView {
            named = List.copyOf(named);
        }
    }

    /** One row of the books. */
    public record Row(String reference, Notice operation, String yuan) {}

    /** What provinces have said that belongs to this day. */
    public record Line(Notice operation, int count, String yuan) {}
}
