package io.tongban.sandbox.province;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings to list; an absent part does not narrow.
 *
 * @param after receipt number that the page begins behind
 * @param limit most rows, 1 to 1000
 */
public record BookingFilter(
        @Nullable String serial,
        @Nullable String personNumber,
        @Nullable String payer,
        @Nullable YearMonth period,
        @Nullable String after,
        int limit) {
    public BookingFilter {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit lies between 1 and 1000");
        }
    }

    /** The first rows of all. */
    public static BookingFilter first(int limit) {
        return new BookingFilter(null, null, null, null, null, limit);
    }
}
