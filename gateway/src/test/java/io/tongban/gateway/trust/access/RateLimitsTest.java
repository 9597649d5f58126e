package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:15Z"));
    private final RateLimits limits = new RateLimits(new Limits(2, 0), clock);

    @Test
    void countsDownAndRefusesWhatIsTooMuch() {
        assertThat(limits.count("a").limitField()).isEqualTo("\"partner\";r=1;t=45");
        assertThat(limits.count("a").exceeded()).isFalse();
        Rate third = limits.count("a");
        assertThat(third.exceeded()).isTrue();
        assertThat(third.limitField()).isEqualTo("\"partner\";r=0;t=45");
        assertThat(third.policyField()).isEqualTo("\"partner\";q=2;w=60");
    }

    @Test
    void countsEachPartnerForItself() {
        limits.count("a");
        limits.count("a");
        assertThat(limits.count("b").exceeded()).isFalse();
    }

    @Test
    void beginsAgainWithTheNextWindow() {
        for (int i = 0; i < 5; i++) {
            limits.count("a");
        }
        clock.advance(Duration.ofSeconds(45));
        assertThat(limits.count("a").remaining()).isEqualTo(1);
    }
}
