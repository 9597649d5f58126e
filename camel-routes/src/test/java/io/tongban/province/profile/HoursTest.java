package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.dated.YamlEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are those of Shanghai. 23 November 2026 is a Monday. */
class HoursTest {
    private static final String DAYTIME = "open: 06:00-22:00";
    private static final String WEEK = "open: [mon-fri 06:00-12:00, mon-fri 13:00-22:00, sat 08:00-18:00]";
    private static final String NIGHT = "open: [00:00-06:00, 22:00-24:00]";
    private static final String MONTH_END = "open: 00:00-24:00\nclosed: [month-end]";
    private static final String HOLIDAYS =
            "open: 06:00-22:00\nclosed: [month-end, 2026-10-01..2026-10-03, 2026-12-31, 2027-01-01]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                DAYTIME + " | 2026-11-23T05:59:59 | closed | 2026-11-23T06:00",
                DAYTIME + " | 2026-11-23T06:00 | open | 2026-11-23T22:00",
                DAYTIME + " | 2026-11-23T21:59:59 | open | 2026-11-23T22:00",
                DAYTIME + " | 2026-11-23T22:00 | closed | 2026-11-24T06:00",
                WEEK + " | 2026-11-27T12:00 | closed | 2026-11-27T13:00",
                WEEK + " | 2026-11-27T22:00 | closed | 2026-11-28T08:00",
                WEEK + " | 2026-11-28T18:00 | closed | 2026-11-30T06:00",
                NIGHT + " | 2026-11-23T21:59 | closed | 2026-11-23T22:00",
                NIGHT + " | 2026-11-23T22:00 | open | 2026-11-24T06:00",
                NIGHT + " | 2026-11-24T00:00 | open | 2026-11-24T06:00",
                "open: 12:00-24:00 | 2026-11-23T23:59:59 | open | 2026-11-24T00:00",
                "open: sun 10:00-11:00 | 2026-11-23T00:00 | closed | 2026-11-29T10:00",
            })
    void opensAndClosesByTheWeek(String hours, LocalDateTime at, String state, LocalDateTime change) {
        check(hours, at, state, change);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-27T23:59, open, 2027-02-28T00:00",
        "2027-02-28T00:00, closed, 2027-03-01T00:00",
        "2028-02-28T12:00, open, 2028-02-29T00:00",
        "2028-02-29T12:00, closed, 2028-03-01T00:00",
        "2026-11-30T23:59, closed, 2026-12-01T00:00",
        "2026-12-31T00:00, closed, 2027-01-01T00:00"
    })
    void isClosedOnTheLastDayOfEachMonth(LocalDateTime at, String state, LocalDateTime change) {
        check(MONTH_END, at, state, change);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-29T22:30, closed, 2026-10-04T06:00",
        "2026-10-03T12:00, closed, 2026-10-04T06:00",
        "2026-10-04T12:00, open, 2026-10-04T22:00",
        "2026-12-30T22:00, closed, 2027-01-02T06:00",
        "2027-12-30T22:00, closed, 2028-01-01T06:00"
    })
    void isClosedOnHolidaysAndOnADayThatIsTwiceClosed(LocalDateTime at, String state, LocalDateTime change) {
        check(HOLIDAYS, at, state, change);
    }

    private static void check(String text, LocalDateTime at, String state, LocalDateTime change) {
        Hours hours = hours(text);

        assertThat(hours.openAt(instant(at))).isEqualTo(state.equals("open"));
        assertThat(hours.nextChange(instant(at))).contains(instant(change));
    }

    @Test
    void neverChangesWhenItNeverCloses() {
        Instant now = Instant.parse("2026-11-23T09:52:00Z");

        assertThat(Hours.ALWAYS.nextChange(now)).isEmpty();
        assertThat(hours("open: [00:00-12:00, 12:00-24:00]").nextChange(now)).isEmpty();
        assertThat(hours("open: 00:00-24:00\nclosed: [2026-11-22]").nextChange(now))
                .isEmpty();
        assertThat(hours("open: 00:00-24:00\nclosed: [9999-12-31]").nextChange(now))
                .isEmpty();
    }

    @Test
    void looksAgainInAYearWhenItStaysClosedForLonger() {
        Hours hours = hours("open: 00:00-24:00\nclosed: [2026-01-01..2026-12-31, 2027-01-01..2028-01-01]");
        Instant now = Instant.parse("2026-01-05T00:00:00Z");

        assertThat(hours.nextChange(now)).isEmpty();
        assertThat(hours.opening(now)).isEqualTo(now.plus(Duration.ofDays(400)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00, PT2S, 2026-11-23T12:00:02",
        "2026-11-23T22:00, PT2S, 2026-11-24T06:00:02",
        "2026-11-29T23:00, PT24H, 2026-12-02T06:00"
    })
    void expectsAnOutcomeAsLongAfterTheOpeningAsUsual(LocalDateTime at, Duration typical, LocalDateTime expected) {
        assertThat(hours(DAYTIME + "\nclosed: [month-end]").expected(instant(at), typical))
                .isEqualTo(instant(expected));
    }

    @Property(tries = 300)
    void changesExactlyAtTheNextChangeAndNotBefore(
            @ForAll @IntRange(max = 60 * 24 * 800) int minutes, @ForAll @IntRange(max = 99) int share) {
        Hours hours = hours("open: [mon-wed 06:00-12:00, tue 13:00-24:00, wed 00:00-05:30, sat 08:00-18:00]"
                + "\nclosed: [month-end, 2027-02-01..2027-02-20, 2028-02-29]");
        Instant at = Instant.parse("2026-11-23T00:00:00Z").plus(Duration.ofMinutes(minutes));
        Optional<Instant> change = hours.nextChange(at);
        Assume.that(change.isPresent());
        Instant before = at.plus(Duration.between(at, change.get())
                .minusNanos(1)
                .multipliedBy(share)
                .dividedBy(99));

        assertThat(hours.openAt(before)).isEqualTo(hours.openAt(at));
        assertThat(hours.openAt(change.get())).isNotEqualTo(hours.openAt(at));
        assertThat(hours.openAt(hours.opening(at))).isTrue();
    }

    private static Hours hours(String text) {
        return HoursReader.hours(Optional.of(YamlEntry.document("test.yaml", text)));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ProvinceProfile.ZONE).toInstant();
    }
}
