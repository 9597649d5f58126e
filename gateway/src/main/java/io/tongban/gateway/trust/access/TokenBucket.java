package io.tongban.gateway.trust.access;

import java.time.Duration;
import java.util.function.LongSupplier;

/** An allowance that is whole at first and comes back evenly with time. Thread-safe. */
public final class TokenBucket {
    /** In nanoseconds, so that no part of a token gets lost in rounding. */
    private final long one;

    private final long whole;
    private final LongSupplier nanoTime;
    private long saved;
    private long last;

    /**
     * @param most tokens at once; at least 1
     * @param refill after which an empty bucket is full again
     * @param nanoTime nanoseconds from any moment on
     */
    public TokenBucket(long most, Duration refill, LongSupplier nanoTime) {
        this.one = refill.toNanos() / most;
        this.whole = most * one;
        this.nanoTime = nanoTime;
        this.saved = whole;
        this.last = nanoTime.getAsLong();
    }

    /** Whether there is a token to take. */
    public synchronized boolean hasOne() {
        refill();
        return saved >= one;
    }

    /** Takes a token if there is one. */
    public synchronized boolean take() {
        boolean hasOne = hasOne();
        saved -= hasOne ? one : 0;
        return hasOne;
    }

    /**
     * Takes a token that may have yet to come back.
     *
     * @param mostNanos how long it may be waited for
     * @return nanoseconds until it is there, 0 for at once; -1, with nothing taken, if that is too long
     */
    public synchronized long reserve(long mostNanos) {
        refill();
        long wait = Math.max(0, one - saved);
        if (wait > mostNanos) {
            return -1;
        }
        saved -= one;
        return wait;
    }

    private void refill() {
        long now = nanoTime.getAsLong();
        // A clock that was set back gives nothing, and nothing twice when it has caught up.
        saved = Math.min(whole, saved + Math.max(0, now - last));
        last = Math.max(last, now);
    }

    /** Gives some back, or takes them where the number is negative, down to as many missing as there can be. */
    public synchronized void add(int tokens) {
        long next = saved + tokens * one;
        saved = tokens < 0 ? Math.max(Math.min(saved, -whole), next) : Math.min(whole, next);
    }
}
