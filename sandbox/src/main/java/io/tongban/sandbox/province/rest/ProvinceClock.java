package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.ProvinceTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;

/** The province's clock, which can be set wrong: ten minutes ahead, and back again. */
final class ProvinceClock {
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final Clock clock;
    private final AtomicBoolean wrong = new AtomicBoolean();

    ProvinceClock(Clock clock) {
        this.clock = clock;
    }

    void jump() {
        boolean before;
        do {
            before = wrong.get();
        } while (!wrong.compareAndSet(before, !before));
    }

    Instant now() {
        return wrong.get() ? clock.instant().plus(AHEAD) : clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ProvinceTime.ZONE);
    }

    /** @param timestamp yyyyMMddHHmmss in Shanghai */
    boolean accepts(String timestamp) {
        try {
            Instant sent = LocalDateTime.parse(timestamp, SECOND)
                    .atZone(ProvinceTime.ZONE)
                    .toInstant();
            return Duration.between(sent, now()).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
