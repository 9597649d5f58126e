package io.tongban.sdk.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sdk.retry.RetryBudget;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final RetryBudget budget = RetryBudget.standard();

    @Property
    boolean drawsEveryPauseBelowItsBound(
            @ForAll @IntRange(min = 1, max = 1000) int retry, @ForAll @DoubleRange(max = 0.99) double random) {
        Duration pause = new Backoff(budget, () -> random).pause(retry, null);
        return !pause.isNegative() && pause.compareTo(budget.longestPause()) <= 0;
    }

    @Test
    void doublesTheBound() {
        Backoff longest = new Backoff(budget, () -> 1);

        assertThat(longest.pause(1, null)).isEqualTo(Duration.ofMillis(200));
        assertThat(longest.pause(2, null)).isEqualTo(Duration.ofMillis(400));
        assertThat(longest.pause(9, null)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void neverComesBackBeforeItIsAskedTo() {
        assertThat(new Backoff(budget, () -> 0).pause(1, Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Property
    boolean neverGivesMoreRetriesThanTheBucketHolds(@ForAll @IntRange(max = 50) int successes) {
        RetryTokens tokens = new RetryTokens(budget);
        for (int i = 0; i < successes; i++) {
            tokens.succeeded();
        }
        int taken = 0;
        while (tokens.take()) {
            taken++;
        }
        return taken == budget.tokens();
    }

    @Test
    void hasTheseDefaults() {
        assertThat(budget)
                .isEqualTo(new RetryBudget(
                        4, 20, 0.1, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(20)));
        assertThat(RetryBudget.none().attempts()).isEqualTo(1);
        assertThatThrownBy(() -> new RetryBudget(0, 1, 0.1, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryBudget(1, 1, Double.NaN, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
