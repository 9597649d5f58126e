package io.tongban.sdk.internal.retry;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * By a timer of their own, whose thread ends with them: the JVM's own timer never ends, and a program that waits for its
 * threads would wait for it.
 */
public final class TimedSleeper implements Sleeper {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "tongban-pause");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // its end is told by what is returned
    public CompletableFuture<Void> pause(Duration length) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        underWay.add(over);
        try {
            timer.schedule(() -> end(over), length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            end(over);
        }
        return over;
    }

    /** Ends the pauses under way at once. */
    @Override
    public void close() {
        // Whoever pauses finds the client closed; nobody is left waiting.
        timer.shutdownNow();
        underWay.forEach(this::end);
    }

    /** Not on the timer's thread: what follows is the caller's and may take its time. */
    @SuppressWarnings("CollectionUndefinedEquality") // this very future is meant
    private void end(CompletableFuture<Void> over) {
        underWay.remove(over);
        over.completeAsync(() -> null);
    }
}
