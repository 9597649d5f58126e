package io.tongban.sandbox.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The threads of the platforms, for the time of one run. */
final class Callers implements AutoCloseable {
    private final ExecutorService threads;
    private final long end;

    /** @param atMost from now on, for everything that they are given */
    Callers(int threads, Duration atMost) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.end = System.nanoTime() + atMost.toNanos();
    }

    /**
     * Takes the step with each, as many at a time as there are threads, and returns when all are taken.
     *
     * @throws java.util.concurrent.ExecutionException what a step has thrown
     * @throws TimeoutException if the time is over before
     */
    <T> void each(List<T> all, Step<T> step) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (T one : all) {
            running.add(threads.submit(() -> {
                step.take(one);
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Looks every so often until nothing is open any more.
     *
     * @throws TimeoutException if the time is over before, with how much still is
     */
    void awaitNone(Count open, Duration every) throws Exception {
        long left = open.now();
        while (left > 0) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(left + " withholdings have no outcome in the time of the run");
            }
            TimeUnit.MILLISECONDS.sleep(every.toMillis());
            left = open.now();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @FunctionalInterface
    interface Step<T> {
        void take(T one) throws Exception;
    }

    @FunctionalInterface
    interface Count {
        long now() throws Exception;
    }
}
