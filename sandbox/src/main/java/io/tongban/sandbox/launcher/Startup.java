package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Starts servers side by side and closes them in the reverse order of their becoming ready. */
final class Startup implements AutoCloseable {
    /** More than the bounds of any server that is being started. */
    private static final long LAST_WORDS_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "startup");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<AutoCloseable> ready = new ArrayDeque<>();
    private final Progress progress;
    private boolean closed;

    Startup(Progress progress) {
        this.progress = progress;
    }

    /** Begins to start a server and does not wait for it. */
    <T extends AutoCloseable> Future<T> begin(String server, Callable<T> start) {
        return begin(server, start, started -> "");
    }

    /** @param address where the started one is reached, told as soon as it is ready */
    <T extends AutoCloseable> Future<T> begin(String server, Callable<T> start, Function<T, String> address) {
        return threads.submit(() -> {
            progress.starting(server);
            long began = System.nanoTime();
            T started = start.call();
            keep(started);
            progress.ready(server, address.apply(started), Duration.ofNanos(System.nanoTime() - began));
            return started;
        });
    }

    private void keep(AutoCloseable server) throws Exception {
        synchronized (ready) {
            if (!closed) {
                ready.push(server);
                return;
            }
        }
        server.close();
    }

    /** @throws IOException if the server could not be started */
    static <T> T await(Future<T> server) throws IOException, InterruptedException {
        try {
            return server.get();
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new IOException(cause.getMessage(), cause);
        }
    }

    /** Gives up what is being started, closes what is ready. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        Deque<AutoCloseable> left;
        synchronized (ready) {
            closed = true;
            left = new ArrayDeque<>(ready);
            ready.clear();
        }
        IllegalStateException failures = new IllegalStateException("not everything could be closed");
        for (AutoCloseable server : left) {
            try {
                server.close();
            } catch (Exception stuck) {
                failures.addSuppressed(stuck);
            }
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }
}
