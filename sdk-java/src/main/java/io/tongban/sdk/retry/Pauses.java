package io.tongban.sdk.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass without holding a thread. */
@FunctionalInterface
public interface Pauses {
    /** Completes after the pause. */
    CompletableFuture<Void> pause(Duration length);

    /** By the JVM's own timer. */
    static Pauses real() {
        return length -> new CompletableFuture<Void>().completeOnTimeout(null, length.toNanos(), TimeUnit.NANOSECONDS);
    }
}
