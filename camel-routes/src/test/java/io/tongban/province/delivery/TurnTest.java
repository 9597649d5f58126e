package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.CallCapacity;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sichuan is open from six to ten in the evening, and not on the last day of a month; Shanghai is eight hours ahead. */
class TurnTest {
    private static final Instant EVENING = Instant.parse("2026-11-23T13:59:59Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-23T22:00:00Z");

    @TempDir
    Path folder;

    @Test
    void hasAsManyPlacesAsTheProfileSaysWhileItIsOpen() {
        try (ProvinceLink link = at(EVENING).open()) {
            assertThat(link.turn(Samples.SICHUAN)).isEqualTo(new CallCapacity(16, null));
            ProvinceFacts facts = facts(link);
            assertThat(facts.open()).isTrue();
            assertThat(facts.hours()).isEqualTo(new ProvinceFacts.Hours(true, NIGHT));
            assertThat(facts.expectedBy()).isEqualTo(EVENING.plusSeconds(2));
        }
    }

    @Test
    void hasNoneAtNightAndSaysWhenItOpens() {
        try (ProvinceLink link = at(NIGHT).open()) {
            assertThat(link.turn(Samples.SICHUAN)).isEqualTo(new CallCapacity(0, MORNING));
            ProvinceFacts facts = facts(link);
            assertThat(facts.open()).isTrue();
            assertThat(facts.hours()).isEqualTo(new ProvinceFacts.Hours(false, MORNING));
            assertThat(facts.expectedBy()).isEqualTo(MORNING.plusSeconds(2));
        }
    }

    @Test
    void hasNoneOnTheLastDayOfAMonth() {
        try (ProvinceLink link = at(Instant.parse("2026-11-30T02:00:00Z")).open()) {
            assertThat(link.turn(Samples.SICHUAN))
                    .isEqualTo(new CallCapacity(0, Instant.parse("2026-11-30T22:00:00Z")));
        }
    }

    @Test
    void neverClosesInASandbox() {
        try (ProvinceLink link = at(NIGHT).aroundTheClock().open()) {
            assertThat(link.turn(Samples.SICHUAN)).isEqualTo(new CallCapacity(16, null));
            assertThat(facts(link).hours()).isEqualTo(new ProvinceFacts.Hours(true, null));
            assertThat(facts(link).expectedBy()).isEqualTo(NIGHT.plusSeconds(2));
        }
    }

    @Test
    void hasNoneWhereNoVersionIsInForce() {
        Links links = at(EVENING).edit("51-sichuan.yaml", "from: 2025-01-01", "from: 2026-12-01");
        try (ProvinceLink link = links.open()) {
            assertThat(link.turn(Samples.SICHUAN)).isEqualTo(new CallCapacity(0, EVENING.plusSeconds(60)));
            assertThat(link.turn(new ProvinceCode("00"))).isEqualTo(new CallCapacity(0, EVENING.plusSeconds(60)));
        }
    }

    @Test
    void tellsTheBoundsOfTheProfile() {
        Links links = at(EVENING)
                .edit("51-sichuan.yaml", "queue: 100000", "queue: 77")
                .edit("51-sichuan.yaml", "give-up-after: 72h", "give-up-after: 5d")
                .edit("51-sichuan.yaml", "typical: 2s", "typical: 1d");
        try (ProvinceLink link = links.open()) {
            assertThat(facts(link).bounds()).isEqualTo(new ProvinceFacts.Bounds(77, Duration.ofDays(5)));
            assertThat(facts(link).expectedBy()).isEqualTo(EVENING.plus(Duration.ofDays(1)));
        }
    }

    private Links at(Instant now) {
        return new Links(folder).clock(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ProvinceFacts facts(ProvinceLink link) {
        return link.facts(Samples.SICHUAN).orElseThrow();
    }
}
