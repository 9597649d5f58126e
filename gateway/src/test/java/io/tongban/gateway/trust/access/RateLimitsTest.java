package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
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
        limits.count("a").require();
        Rate third = limits.count("a");
        assertThatThrownBy(third::require)
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.type()).isEqualTo(ProblemType.RATE_LIMITED);
                    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(45));
                });
        assertThat(third.limitField()).isEqualTo("\"partner\";r=0;t=45");
        assertThat(third.policyField()).isEqualTo("\"partner\";q=2;w=60");
    }

    @Test
    void countsEachPartnerForItselfWhoeverActsForIt() {
        limits.count("a");
        limits.require("a");
        limits.count("b").require();
        assertThatThrownBy(() -> limits.require("a")).isInstanceOf(ProblemException.class);
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
