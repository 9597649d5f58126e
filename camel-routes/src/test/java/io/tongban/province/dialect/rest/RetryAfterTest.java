package io.tongban.province.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final MovedClock clock = new MovedClock();
    private final RetryAfter retryAfter = new RetryAfter(clock);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "30 | 30",
                "600 | 600",
                "601 | 600",
                "999999999 | 600",
                "99999999999999999999 | 0",
                "-1 | 0",
                "'' | 0",
                "soon | 0",
                "Mon, 23 Nov 2026 12:01:00 GMT | 60",
                "Mon, 23 Nov 2026 11:00:00 GMT | 0",
                "Tue, 23 Nov 2027 12:00:00 GMT | 600",
            })
    void leavesTheProvinceInPeaceForAsLongAsItAsksButNotForEver(String value, long seconds) {
        retryAfter.heed(value);

        clock.now = NOON.plusSeconds(seconds).minusMillis(1);
        assertThat(seconds > 0 && isOver()).isFalse();
        clock.now = NOON.plusSeconds(seconds);
        assertThat(isOver()).isTrue();
    }

    private boolean isOver() {
        try {
            retryAfter.requireOver();
            return true;
        } catch (CallFailed e) {
            assertThat(e.reason()).isEqualTo(UnknownCause.BUSY_THERE);
            return false;
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
