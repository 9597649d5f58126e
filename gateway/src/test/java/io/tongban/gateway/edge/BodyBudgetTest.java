package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final int QUARTER = 250;

    private final BodyBudget budget = new BodyBudget(new Bounds(), new SimpleMeterRegistry());

    private record Bounds() implements EdgeConfig {
        @Override
        public int connections() {
            return 1;
        }

        @Override
        public int connectionsPerAddress() {
            return 1;
        }

        @Override
        public Duration headDeadline() {
            return Duration.ZERO;
        }

        @Override
        public Duration bodyDeadline() {
            return Duration.ZERO;
        }

        @Override
        public long bodyBudget() {
            return 4 * QUARTER;
        }
    }

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
