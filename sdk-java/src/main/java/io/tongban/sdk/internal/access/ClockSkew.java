package io.tongban.sdk.internal.access;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Tells a wrong clock from the Date field of an answer. Nobody signs that field, so it is a hint and no more. */
public final class ClockSkew {
    private static final Duration NOTABLE = Duration.ofSeconds(5);

    private ClockSkew() {}

    /** Begins with a comma; empty if the clocks agree or the far side named no time. */
    public static String hint(Map<String, List<String>> fields, Instant now) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Date"))
                .flatMap(field -> field.getValue().stream())
                .findFirst()
                .map(date -> hint(date.strip(), now))
                .orElse("");
    }

    private static String hint(String date, Instant now) {
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration ahead = Duration.between(there, now);
            if (ahead.abs().compareTo(NOTABLE) <= 0) {
                return "";
            }
            return ", and this machine's clock is " + ahead.abs().toSeconds() + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " the answer's Date: set the clock";
        } catch (DateTimeException | ArithmeticException noDate) {
            return "";
        }
    }
}
