package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.sdk.error.NoAnswerException;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.internal.call.Caller;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a thing again and again, ever more slowly, until it is as wanted or the time is up. A read that fails for a
 * passing reason ends nothing while there is time: what is waited for does not depend on it.
 */
final class Polling<T> {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Caller caller;
    private final Supplier<CompletableFuture<T>> read;
    private final Predicate<T> isDone;
    private final Instant end;
    private @Nullable T lastSeen;

    private Polling(Caller caller, Supplier<CompletableFuture<T>> read, Predicate<T> isDone, Instant end) {
        this.caller = caller;
        this.read = read;
        this.isDone = isDone;
        this.end = end;
    }

    static <T> CompletableFuture<T> until(
            Caller caller, Supplier<CompletableFuture<T>> read, Predicate<T> isDone, Duration atMost) {
        return new Polling<>(caller, read, isDone, end(caller.clock().instant(), Given.value(atMost, "time to wait")))
                .from(FIRST);
    }

    /** A wait without end is a wait to the end of time. */
    private static Instant end(Instant now, Duration atMost) {
        try {
            return now.plus(atMost);
        } catch (DateTimeException | ArithmeticException tooLong) {
            return Instant.MAX;
        }
    }

    private CompletableFuture<T> from(Duration interval) {
        return read.get()
                .thenCompose(seen -> saw(seen, interval))
                .exceptionallyCompose(failure -> failed(failure, interval));
    }

    private CompletableFuture<T> saw(T seen, Duration interval) {
        lastSeen = seen;
        Duration left = left();
        if (isDone.test(seen) || isOver(left)) {
            return CompletableFuture.completedFuture(seen);
        }
        return later(shorter(interval, left), interval);
    }

    private CompletableFuture<T> failed(Throwable failure, Duration interval) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Duration left = left();
        Duration asked = retryAfter(cause);
        if (!isPassing(cause) || isOver(left) || asked.compareTo(left) > 0) {
            return lastSeen != null && isPassing(cause)
                    ? CompletableFuture.completedFuture(lastSeen)
                    : CompletableFuture.failedFuture(cause);
        }
        return later(shorter(asked.compareTo(interval) > 0 ? asked : interval, left), interval);
    }

    private CompletableFuture<T> later(Duration pause, Duration interval) {
        return caller.sleeper().pause(pause).thenCompose(passed -> from(shorter(interval.multipliedBy(2), LONGEST)));
    }

    private static boolean isPassing(Throwable failure) {
        if (failure instanceof RefusedException refused) {
            return refused.status() == 429
                    || refused.status() == 503
                    || refused.problem().retryable();
        }
        return failure instanceof NoAnswerException
                || (failure instanceof RequestNotSentException notSent && notSent.isPassing());
    }

    private static Duration retryAfter(Throwable failure) {
        return failure instanceof RefusedException refused
                ? refused.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    private Duration left() {
        return Duration.between(caller.clock().instant(), end);
    }

    private static boolean isOver(Duration left) {
        return left.isNegative() || left.isZero();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
