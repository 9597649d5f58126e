package io.tongban.sandbox.chaos;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** So many new withholdings a second, whatever becomes of the ones before. */
final class SteadyLoad implements AutoCloseable {
    private static final long NANOS = 1_000_000_000L;

    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final Queue<Future<?>> begun = new ConcurrentLinkedQueue<>();

    /** Begins with the first month at once; the months are to be enough for the time that it runs. */
    void start(Iterator<PaidMonth> months, int aSecond, TwoNodes nodes) {
        beat.scheduleAtFixedRate(
                () -> {
                    if (months.hasNext()) {
                        PaidMonth month = months.next();
                        begun.add(callers.submit(() -> {
                            nodes.withhold(month);
                            return null;
                        }));
                    }
                },
                0,
                NANOS / aSecond,
                TimeUnit.NANOSECONDS);
    }

    /** Begins no more, and returns how many were accepted: all that were begun. */
    int finish() throws Exception {
        beat.shutdown();
        beat.awaitTermination(5, TimeUnit.SECONDS);
        List<Future<?>> all = new ArrayList<>(begun);
        for (Future<?> one : all) {
            one.get(2, TimeUnit.MINUTES);
        }
        return all.size();
    }

    @Override
    public void close() {
        beat.shutdownNow();
        callers.shutdownNow();
    }
}
