package io.tongban.gateway.platform.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential pauses with jitter: the n-th is between one half and the whole of {@code base · 2^(n-1)}, and of the cap.
 */
public record Backoff(Duration base, Duration cap, RandomGenerator random) {
    public Backoff {
        if (base.isNegative() || base.isZero() || cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("back-off needs 0 < base <= cap");
        }
    }

    /** @param attempt 1 for the pause after the first try */
    public Duration after(int attempt) {
        double grown = (double) base.toMillis() * Math.pow(2, Math.max(0, attempt - 1));
        double whole = Math.min((double) cap.toMillis(), grown);
        return Duration.ofMillis(Math.max(1, Math.round(whole * (0.5 + random.nextDouble() / 2))));
    }
}
