package io.tongban.sandbox.launcher;

import java.time.Duration;

/** A bound on waiting, on the monotonic clock, so that a corrected wall clock neither shortens nor stretches it. */
record Deadline(long nanoTime) {
    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean passed() {
        return left().isZero();
    }
}
