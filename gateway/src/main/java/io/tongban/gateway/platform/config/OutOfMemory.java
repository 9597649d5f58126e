package io.tongban.gateway.platform.config;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process once memory ran out, wherever that is seen: what lives on after it cannot be trusted, and whoever
 * watches a node starts it again. {@code -XX:+ExitOnOutOfMemoryError} sees it earlier; this is for a start without it.
 */
final class OutOfMemory extends Handler {
    /** As the JVM's own option does. */
    private static final int STATUS = 3;

    private static final int LONGEST_CHAIN = 16;

    private OutOfMemory() {
        setLevel(Level.ALL);
    }

    /** Threads that die of it, and whoever catches it and only logs: Netty, Vert.x, thread pools. */
    static void endsTheProcess() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            look(thrown);
            if (before != null) {
                before.uncaughtException(thread, thrown);
            }
        });
        Logger.getLogger("").addHandler(new OutOfMemory());
    }

    @Override
    public void publish(LogRecord message) {
        look(message.getThrown());
    }

    private static void look(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            if (cause instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(STATUS);
            }
            cause = cause.getCause();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
