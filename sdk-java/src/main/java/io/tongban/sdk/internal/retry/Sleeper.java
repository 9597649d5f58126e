package io.tongban.sdk.internal.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Lets time pass without holding a thread. */
@FunctionalInterface
public interface Sleeper extends AutoCloseable {
    /** Completes after the pause, or when these pauses are closed. */
    CompletableFuture<Void> pause(Duration length);

    @Override
    default void close() {}
}
