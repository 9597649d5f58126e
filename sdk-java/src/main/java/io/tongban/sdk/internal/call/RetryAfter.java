package io.tongban.sdk.internal.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** RFC 9110, section 10.2.3: seconds or a date. */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(Map<String, List<String>> fields, Instant now) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Retry-After"))
                .flatMap(field -> field.getValue().stream())
                .findFirst()
                .flatMap(value -> read(value.strip(), now));
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (!value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(now, date.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
