package io.tongban.province.dialect.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes sockets that are waited for too long: a write has no time-out of its own, and that of a read begins anew with
 * each octet.
 */
final class Watch implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "ftps-watch");
        thread.setDaemon(true);
        return thread;
    });

    Watch() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** @param socket without TLS: one of TLS would wait for its own lock while it is written to */
    Armed over(Socket socket, Duration atMost) {
        Future<?> end = timer.schedule(() -> shut(socket), atMost.toNanos(), TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it is closed, the socket is watched. */
    @FunctionalInterface
    interface Armed extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
