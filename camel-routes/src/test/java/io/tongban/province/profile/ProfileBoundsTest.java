package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.YamlEntry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours, rates and patience: what they may say, and what is taken where they say nothing. */
class ProfileBoundsTest {
    private static final String LEAST = "{frame-bytes: 64, calls-at-once: 1, wait-for-call: 1ms%s}";

    @Test
    void takesTheUsualWhereNothingIsSaid() {
        YamlEntry nothing = document("code: x");

        assertThat(HoursReader.hours(nothing.find("hours"))).isEqualTo(Hours.ALWAYS);
        assertThat(BoundsReader.breaker(nothing.find("breaker")))
                .isEqualTo(new CircuitBreakerSettings(8, Duration.ofSeconds(15)));
        assertThat(BoundsReader.patience(nothing)).isEqualTo(new Patience(Duration.ofSeconds(2), Duration.ofDays(3)));
        Limits limits = BoundsReader.limits(document(LEAST.formatted("")));
        assertThat(limits.callsPerSecond()).isEqualTo(1000);
        assertThat(limits.queue()).isEqualTo(100_000);
    }

    @Test
    void readsWhatIsSaid() {
        YamlEntry root = document("{typical: 2d, give-up-after: 90m, breaker: {failures: 3, pause: 500ms}}");

        assertThat(BoundsReader.patience(root)).isEqualTo(new Patience(Duration.ofDays(2), Duration.ofMinutes(90)));
        assertThat(BoundsReader.breaker(root.find("breaker")))
                .isEqualTo(new CircuitBreakerSettings(3, Duration.ofMillis(500)));
        Limits limits = BoundsReader.limits(document(LEAST.formatted(", rate: 20/s, queue: 7")));
        assertThat(limits.callsPerSecond()).isEqualTo(20);
        assertThat(limits.queue()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            06:00 | "open" is not opening hours; write "06:00-22:00", or [mon-fri 06:00-22:00, sat 08:00-12:00]
            6:00-22:00 | "open" is not opening hours
            06:60-22:00 | "open" is not opening hours
            [mo 06:00-22:00] | "open[0]" is not opening hours
            22:00-06:00 | "open" runs past midnight; write two lines, 00:00-06:00 and 22:00-24:00
            06:00-06:00 | "open" is wrong: opening hours end after they begin, at 24:00 at the latest
            06:00-24:30 | "open" is wrong: opening hours end after they begin, at 24:00 at the latest
            [sat-mon 06:00-22:00] | "open[0]" runs past sunday; write two lines, one to sun and one from mon
            [06:00-12:00, wed 11:59-13:00] | "open[1]" overlaps another line on wed; write one of the two
            [] | "open" is never; write "00:00-24:00" if it is always open
            """)
    void refusesHoursThatMeanNothing(String open, String message) {
        assertThatThrownBy(() -> HoursReader.hours(Optional.of(document("open: " + open))))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("test.yaml:1: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sundays | is not a day; write 2026-12-31, 2026-10-01..2026-10-03 or month-end
            2026-02-29 | is not a date; write 2026-01-31
            2026-10-03..2026-10-01 | ends before it begins; turn it round
            """)
    void refusesADayThatIsNone(String day, String message) {
        assertThatThrownBy(() ->
                        HoursReader.hours(Optional.of(document("open: 00:00-24:00\nclosed: [month-end, " + day + "]"))))
                .hasMessage("test.yaml:2: \"closed[1]\" " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate: 20 | "rate" is not a number of calls from 1/s to 10000/s; write 20/s
            rate: 0/s | "rate" is not a number of calls from 1/s to 10000/s; write 20/s
            rate: 10001/s | "rate" is not a number of calls from 1/s to 10000/s; write 20/s
            queue: 0 | "queue" is not a number from 1 to 10000000
            """)
    void refusesLimitsThatAreNone(String limit, String message) {
        assertThatThrownBy(() -> BoundsReader.limits(document(LEAST.formatted(", " + limit))))
                .hasMessage("test.yaml:1: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            typical: 31d | "typical" is not a time from 1ms to 30d; write 2s or 1d
            typical: 2w | "typical" is not a time from 1ms to 30d; write 2s or 1d
            give-up-after: 59s | "give-up-after" is not a time from 1m to 365d; write 72h or 10d
            breaker: {failures: 0, pause: 1s} | "breaker.failures" is not a number from 1 to 1000
            breaker: {failures: 1, pause: 0s} | "breaker.pause" is not a time from 1ms to 1h; write 15s
            breaker: {failures: 1} | "breaker" lacks "pause"; add it
            """)
    void refusesPatienceThatIsNone(String line, String message) {
        assertThatThrownBy(() -> {
                    YamlEntry root = document(line);
                    BoundsReader.patience(root);
                    BoundsReader.breaker(root.find("breaker"));
                })
                .hasMessage("test.yaml:1: " + message);
    }

    private static YamlEntry document(String text) {
        return YamlEntry.document("test.yaml", text);
    }
}
