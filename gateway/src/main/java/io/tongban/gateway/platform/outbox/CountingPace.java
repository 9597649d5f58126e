package io.tongban.gateway.platform.outbox;

import java.time.Duration;

/** Counting rows takes a hundredth of the time at most, however many there are: what takes longer is done less often. */
final class CountingPace {
    private static final long SHARE = 100;
    private static final long LONGEST_NANOS = Duration.ofMinutes(5).toNanos();

    private CountingPace() {}

    /** How long what was counted is good enough, from the beginning of the count. */
    static long pause(long tookNanos, long leastNanos) {
        return Math.max(leastNanos, Math.min(LONGEST_NANOS, tookNanos * SHARE));
    }
}
