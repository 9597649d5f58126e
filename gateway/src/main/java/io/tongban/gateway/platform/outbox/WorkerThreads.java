package io.tongban.gateway.platform.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The relay's own threads: the loop, and one for each row at work. {@link Capacity} bounds them, so nothing queues. */
final class WorkerThreads {
    private static final int NO_OWN_BOUND = Integer.MAX_VALUE;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadFactory factory;
    private final ExecutorService workers;
    private @Nullable Thread loop;

    /** @param made makes the threads, which are then named here */
    WorkerThreads(ThreadFactory made) {
        this.factory = task -> {
            Thread thread = made.newThread(task);
            thread.setName("outbox-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.workers = new ThreadPoolExecutor(0, NO_OWN_BOUND, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    void startLoop(Runnable task) {
        Thread thread = factory.newThread(task);
        thread.start();
        loop = thread;
    }

    void run(Runnable task) {
        workers.execute(task);
    }

    /** Waits for the loop, then for the workers; whether all ended in time. */
    boolean finish(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            if (loop != null) {
                loop.join(Math.max(1, atMost.toMillis()));
            }
            workers.shutdown();
            return workers.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
