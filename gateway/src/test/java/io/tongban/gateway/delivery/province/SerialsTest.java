package io.tongban.gateway.delivery.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.config.ClockConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialsTest {
    @ParameterizedTest
    @CsvSource({"2026-11-23T15:59:59Z,261123", "2026-11-23T16:00:00Z,261124", "2026-12-31T16:00:00Z,270101"})
    void beginWithTheDayInShanghai(Instant now, String day) {
        String serial = new Serials(Clock.fixed(now, ClockConfig.ZONE), List.of()).next();
        assertThat(serial).startsWith(day).matches("[A-Z0-9]{20}");
    }

    @Test
    void neverRepeat() {
        Serials serials = new Serials(Clock.tickMillis(ClockConfig.ZONE), List.of());
        assertThat(Stream.generate(serials::next).limit(10_000).collect(Collectors.toSet()))
                .hasSize(10_000);
    }
}
