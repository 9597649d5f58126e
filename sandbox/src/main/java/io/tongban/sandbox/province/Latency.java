package io.tongban.sandbox.province;

import java.time.Duration;
import java.util.Random;

/**
 * How much later a call is answered.
 *
 * @param fixed always
 * @param jitter at most this much more, evenly spread
 */
public record Latency(Duration fixed, Duration jitter) {
    private static final Duration MOST = Duration.ofMinutes(10);

    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    public Latency {
        if (fixed.isNegative() || jitter.isNegative() || fixed.plus(jitter).compareTo(MOST) > 0) {
            throw new IllegalArgumentException("latency and jitter lie between 0 and ten minutes together");
        }
    }

    Duration draw(Random dice) {
        return jitter.isZero() ? fixed : fixed.plusNanos((long) (dice.nextDouble() * jitter.toNanos()));
    }
}
