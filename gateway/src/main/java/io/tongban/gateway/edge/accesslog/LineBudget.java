package io.tongban.gateway.edge.accesslog;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many lines may be written: so many at once, and so many a second in the long run. Thread-safe. */
final class LineBudget {
    private final int most;
    private final long nanosALine;
    private final LongSupplier nanoTime;
    private long saved;
    private long last;
    private long leftOut;

    LineBudget(int most, int perSecond, LongSupplier nanoTime) {
        this.most = most;
        this.nanosALine = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanoTime = nanoTime;
        this.saved = most * nanosALine;
        this.last = nanoTime.getAsLong();
    }

    /** Whether a line may be written now. */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        saved = Math.min(most * nanosALine, saved + now - last);
        last = now;
        if (saved < nanosALine) {
            return false;
        }
        saved -= nanosALine;
        return true;
    }

    /** Notes exchanges that no line tells of. */
    synchronized void leaveOut(long exchanges) {
        leftOut += exchanges;
    }

    /** How many exchanges were left out since this was last asked. */
    synchronized long leftOut() {
        long since = leftOut;
        leftOut = 0;
        return since;
    }
}
