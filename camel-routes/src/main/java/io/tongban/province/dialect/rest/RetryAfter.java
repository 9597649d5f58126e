package io.tongban.province.dialect.rest;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Leaves a province in peace for as long as it asks, but not for ever: nothing vouches for who asked. */
final class RetryAfter {
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private final Clock clock;
    private volatile Instant until = Instant.MIN;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** @throws CallFailed if the province still asks not to be called */
    void requireOver() {
        if (clock.instant().isBefore(until)) {
            throw new CallFailed(UnknownCause.BUSY_THERE);
        }
    }

    /** @param value of the header of that name, RFC 9110, 10.2.3: seconds or a date; anything else is passed over */
    void heed(String value) {
        Instant now = clock.instant();
        Instant asked = asked(value, now);
        until = asked.isAfter(now.plus(MOST)) ? now.plus(MOST) : asked;
    }

    private static Instant asked(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return now.plusSeconds(Long.parseLong(value));
        }
        try {
            return ZonedDateTime.parse(value, DATE).toInstant();
        } catch (DateTimeException e) {
            return now;
        }
    }
}
