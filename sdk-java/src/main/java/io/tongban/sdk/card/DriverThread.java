package io.tongban.sdk.card;

import io.tongban.sdk.card.CardFault.ReaderGone;
import io.tongban.sdk.card.CardFault.TimedOut;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One thread for one device. A native call cannot be called off: who waits for it leaves at the limit, and until it comes back
 * whoever calls next waits for it, too, within a limit of their own. What it brings then belongs to nobody.
 */
final class DriverThread implements TimeBound {
    private static final Duration AT_THE_END = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(1, true);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "tongban-card-reader");
        named.setDaemon(true);
        return named;
    });

    /** One wait, bounded in nanoseconds. */
    private interface Wait<T> {
        T upTo(long nanos) throws InterruptedException, ExecutionException, TimeoutException;
    }

    @Override
    public <T> T within(Duration limit, Work<T> work) {
        long end = System.nanoTime() + limit.toNanos();
        AtomicBoolean left = new AtomicBoolean();
        try {
            if (!waited(end, nanos -> free.tryAcquire(nanos, TimeUnit.NANOSECONDS))) {
                throw new TimeoutException();
            }
            Future<T> pending = begun(work, () -> {
                if (left.get()) {
                    throw new CardReaderException(new TimedOut(limit));
                }
            });
            return waited(end, nanos -> pending.get(nanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException tooLong) {
            left.set(true);
            throw new CardReaderException(new TimedOut(limit));
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        }
    }

    private <T> Future<T> begun(Work<T> work, Runnable stillWanted) {
        try {
            return thread.submit(() -> {
                try {
                    return work.done(stillWanted);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException closed) {
            free.release();
            throw new CardReaderException(new ReaderGone());
        }
    }

    /** Through interruptions, as the rest of the SDK waits: it is bounded, and the thread's flag stays set. */
    private static <T> T waited(long end, Wait<T> wait) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.upTo(end - System.nanoTime());
                } catch (InterruptedException meanwhile) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof CardReaderException known) {
            // Thrown on the device's thread; here it shall show who called.
            known.fillInStackTrace();
        }
        return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
    }

    /** Waits a little for what is under way; if that hangs, the device is let go of when it comes back. */
    @Override
    public void end(Runnable last) {
        try {
            thread.execute(last);
        } catch (RejectedExecutionException already) {
            return;
        }
        thread.shutdown();
        try {
            var unused = waited(
                    System.nanoTime() + AT_THE_END.toNanos(),
                    nanos -> thread.awaitTermination(nanos, TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException never) {
            throw new IllegalStateException(never);
        }
    }
}
