package io.tongban.sdk.fake;

import io.tongban.sdk.internal.retry.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The fake's time, and what is to happen in it. It stands still but when it is told to go on, or when a client over the
 * fake pauses: that pause is over at once, and the time has passed. Everything that the fake keeps is guarded by it.
 */
final class FakeClock extends Clock implements Sleeper {
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparing(Plan::due).thenComparing(Plan::number));
    private Instant now;
    private long planned;

    FakeClock(Instant start) {
        this.now = start;
    }

    /** @param number keeps the order of what is due at one instant */
    private record Plan(Instant due, long number, Runnable what) {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock running = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return running.withZone(other);
            }

            @Override
            public Instant instant() {
                return running.instant();
            }
        };
    }

    synchronized void plan(Duration later, Runnable what) {
        plans.add(new Plan(now.plus(later), planned++, what));
    }

    /** Does what is due by now. */
    synchronized void catchUp() {
        advance(Duration.ZERO);
    }

    synchronized void advance(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("Time does not go back");
        }
        advanceUntil(() -> false, length);
    }

    /** Goes from one planned thing to the next until it is as wanted, or the time is over. */
    synchronized void advanceUntil(BooleanSupplier asWanted, Duration atMost) {
        Instant end = now.plus(atMost);
        while (!asWanted.getAsBoolean()) {
            @Nullable Plan next = plans.peek();
            if (next == null || next.due().isAfter(end)) {
                now = end;
                return;
            }
            plans.remove(next);
            now = next.due().isAfter(now) ? next.due() : now;
            next.what().run();
        }
    }

    @Override
    public CompletableFuture<Void> pause(Duration length) {
        advance(length);
        // Not on this thread: a long wait of many pauses would pile up on its stack.
        return new CompletableFuture<Void>().completeAsync(() -> null);
    }
}
