package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditBudgetTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:59Z"));
    private final AuditBudget budget = new AuditBudget(2, clock);

    @Test
    void allowsSoManyAMinuteOfEachKind() {
        assertThat(budget.spend("a")).isTrue();
        assertThat(budget.spend("a")).isTrue();
        assertThat(budget.spend("a")).isFalse();
        assertThat(budget.spend("a")).isFalse();
        assertThat(budget.spend("b")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(budget.spend("a")).isTrue();
    }
}
