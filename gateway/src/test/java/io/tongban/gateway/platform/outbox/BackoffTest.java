package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration BASE = Duration.ofMillis(500);
    private static final Duration CAP = Duration.ofSeconds(60);

    @Property
    void liesBetweenHalfAndTheWholeOfTheGrownPauseAndNeverBeyondTheCap(
            @ForAll @IntRange(min = 1) int attempt, @ForAll long seed) {
        long pause = new Backoff(BASE, CAP, new Random(seed)).after(attempt).toMillis();
        long whole = attempt > 7 ? 60_000 : Math.min(60_000, 500L << (attempt - 1));
        assertThat(pause).isBetween(whole / 2, whole);
    }

    @Test
    void refusesPausesThatDoNotGrow() {
        assertThatThrownBy(() -> new Backoff(CAP, BASE, new Random())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, BASE, new Random()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
