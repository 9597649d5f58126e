package io.tongban.sandbox.province;

import java.time.YearMonth;
import java.util.List;

/** One citizen's month of one insurance that was booked under more than one serial. */
public record DoubleBooking(String kind, YearMonth period, List<String> serials) {
    public DoubleBooking {
        serials = List.copyOf(serials);
    }
}
