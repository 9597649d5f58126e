package io.tongban.sdk.internal.call;

import io.tongban.sdk.error.TongbanException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The blocking face of an asynchronous call. */
public final class Futures {
    private Futures() {}

    /**
     * Waits, also when the thread is interrupted: the call is bounded by its time-outs, and who stopped waiting for an
     * effect would know nothing of it. The thread's interrupt flag stays set.
     */
    public static <T> T on(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof TongbanException known) {
                // Thrown on a thread of the transport; here it shall show who called.
                known.fillInStackTrace();
                throw known;
            }
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw failed;
        } catch (CancellationException cancelled) {
            throw new IllegalStateException("The call was cancelled", cancelled);
        }
    }
}
