package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final int QUARTER = 250;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T01:00:00Z"));
    private final BodyBudget budget = new BodyBudget(
            Settings.of(EdgeConfig.class, Map.of("tongban.edge.body-budget", String.valueOf(4 * QUARTER))),
            new SimpleMeterRegistry(),
            clock);

    @Test
    void givesOnePartnerAQuarter() {
        BodyBudget.Hold first = budget.of("a");
        BodyBudget.Hold second = budget.of("a");

        assertThat(first.take(QUARTER)).isTrue();
        assertThat(second.take(1)).isFalse();
        assertThat(budget.of("b").take(QUARTER)).isTrue();
    }

    @Test
    void givesAllTogetherNoMoreThanThereIs() {
        for (String client : new String[] {"a", "b", "c", "d"}) {
            assertThat(budget.of(client).take(QUARTER)).isTrue();
        }

        assertThat(budget.of("e").take(1)).isFalse();
    }

    @Test
    void letsOnePartnerSendSoManyCrumbsASecond() {
        BodyBudget.Hold first = budget.of("a");
        for (int i = 0; i < BodyBudget.CRUMBS_A_SECOND; i++) {
            assertThat(first.crumb()).isTrue();
        }

        assertThat(first.crumb()).isFalse();
        assertThat(budget.of("a").crumb()).isFalse();
        assertThat(budget.of("b").crumb()).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(budget.of("a").crumb()).isTrue();
    }

    @Test
    void takesBackWhatWasHeldOnce() {
        BodyBudget.Hold hold = budget.of("a");
        hold.take(QUARTER);
        hold.take(1);

        hold.release();
        hold.release();

        assertThat(budget.of("a").take(QUARTER)).isTrue();
        for (String client : new String[] {"b", "c", "d"}) {
            assertThat(budget.of(client).take(QUARTER)).isTrue();
        }
        assertThat(budget.of("e").take(1)).isFalse();
    }
}
