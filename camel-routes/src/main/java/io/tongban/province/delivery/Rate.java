package io.tongban.province.delivery;

import java.util.function.LongSupplier;

/** Spreads calls over time: so many a second, of which a tenth may come at once. */
final class Rate {
    private static final long SECOND = 1_000_000_000;

    private final LongSupplier nanos;
    private final long interval;
    private final long ahead;
    /** When the next call would begin if they came evenly; never far in the past, so nothing is saved up. */
    private long next;

    Rate(int perSecond, LongSupplier nanos) {
        this.nanos = nanos;
        this.interval = SECOND / perSecond;
        this.ahead = interval * (Math.max(1, perSecond / 10) - 1);
        this.next = nanos.getAsLong();
    }

    /**
     * Takes a turn.
     *
     * @param atMost nanoseconds that the caller would wait
     * @return nanoseconds until the turn comes; -1 if that is longer, and then none is taken
     */
    synchronized long take(long atMost) {
        long now = nanos.getAsLong();
        if (next - now < 0) {
            next = now;
        }
        long wait = Math.max(0, next - now - ahead);
        if (wait > atMost) {
            return -1;
        }
        next += interval;
        return wait;
    }
}
