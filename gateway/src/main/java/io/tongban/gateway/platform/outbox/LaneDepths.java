package io.tongban.gateway.platform.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * How many rows wait in a lane, to within what other nodes appended in the last second: counted at most once a second
 * for a lane that is asked for, less often where that takes long ({@link CountingPace}), and added to as this node appends.
 */
final class LaneDepths {
    private static final long FRESH_NANOS = 1_000_000_000;

    private final Map<String, Depth> depths = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    LaneDepths(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param count counts the rows of a lane; called by one thread at a time, others take what was counted before */
    long of(String lane, ToLongFunction<String> count) {
        long now = nanoTime.getAsLong();
        Depth depth = depths.get(lane);
        if (depth == null) {
            depth = depths.computeIfAbsent(lane, uncounted -> new Depth(nanoTime, now - FRESH_NANOS));
        }
        return depth.rows(now, () -> count.applyAsLong(lane));
    }

    void added(String lane) {
        Depth depth = depths.get(lane);
        if (depth != null) {
            depth.add();
        }
    }

    private static final class Depth {
        private final LongSupplier nanoTime;
        private long rows;
        private long countedAt;
        private long freshNanos = FRESH_NANOS;

        Depth(LongSupplier nanoTime, long countedAt) {
            this.nanoTime = nanoTime;
            this.countedAt = countedAt;
        }

        long rows(long now, LongSupplier count) {
            synchronized (this) {
                if (now - countedAt < freshNanos) {
                    return rows;
                }
                // Before the count, so that the others go on with the old figure meanwhile.
                countedAt = now;
            }
            long counted = count.getAsLong();
            synchronized (this) {
                rows = counted;
                freshNanos = CountingPace.pause(nanoTime.getAsLong() - now, FRESH_NANOS);
                return rows;
            }
        }

        synchronized void add() {
            rows++;
        }
    }
}
