package io.tongban.gateway.delivery.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for an instant that is near on the worker's own thread, as it would for the answer of a call: the poll of the
 * outbox is so coarse that a row put off for a moment could be told from one that was sent.
 */
final class ShortWait {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Clock clock;

    ShortWait(Clock clock) {
        this.clock = clock;
    }

    /** @return false, at once, if the instant is too far away */
    boolean until(Instant instant) {
        Duration left = Duration.between(clock.instant(), instant);
        if (left.compareTo(LONGEST) > 0) {
            return false;
        }
        long deadline = System.nanoTime() + left.toNanos();
        for (long nanos = left.toNanos(); nanos > 0; nanos = deadline - System.nanoTime()) {
            LockSupport.parkNanos(this, nanos);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }
}
