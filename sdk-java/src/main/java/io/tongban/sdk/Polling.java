package io.tongban.sdk;

import io.tongban.sdk.call.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads a thing again and again, ever more slowly, until it is as wanted or the time is up. */
final class Polling<T> {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Caller caller;
    private final Supplier<CompletableFuture<T>> read;
    private final Predicate<T> isDone;
    private final Instant end;

    private Polling(Caller caller, Supplier<CompletableFuture<T>> read, Predicate<T> isDone, Instant end) {
        this.caller = caller;
        this.read = read;
        this.isDone = isDone;
        this.end = end;
    }

    static <T> CompletableFuture<T> until(
            Caller caller, Supplier<CompletableFuture<T>> read, Predicate<T> isDone, Duration atMost) {
        Instant end = caller.clock().instant().plus(atMost);
        return new Polling<>(caller, read, isDone, end).from(FIRST);
    }

    private CompletableFuture<T> from(Duration interval) {
        return read.get().thenCompose(seen -> {
            Duration left = Duration.between(caller.clock().instant(), end);
            if (isDone.test(seen) || left.isNegative() || left.isZero()) {
                return CompletableFuture.completedFuture(seen);
            }
            Duration pause = shorter(interval, left);
            return caller.pauses().pause(pause).thenCompose(passed -> from(shorter(interval.multipliedBy(2), LONGEST)));
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
