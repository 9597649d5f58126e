package io.tongban.sandbox.province.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said when the request is long gone. What has not been said when the simulator closes is never said. */
final class LaterReplies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaterReplies.class);
    private static final int MOST = 10_000;

    private final Connection connection;
    private final String queue;
    private final ScheduledThreadPoolExecutor thread;

    LaterReplies(Connection connection, String queue) {
        this.connection = connection;
        this.queue = queue;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread later = new Thread(work, "queue-later");
            later.setDaemon(true);
            return later;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @param reply made when its time has come; nothing is sent if there is none then */
    void send(Duration after, Supplier<@Nullable Reply> reply) {
        long millis = thread.getQueue().size() < MOST ? after.toMillis() : 0;
        try {
            ScheduledFuture<?> unused = thread.schedule(() -> say(reply), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed before a later reply");
        }
    }

    private void say(Supplier<@Nullable Reply> made) {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            Reply reply = made.get();
            if (reply != null) {
                new ReplyQueue(session, queue).send(reply);
            }
        } catch (JMSException | RuntimeException e) {
            LOG.warn("a later reply was not sent: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("a later reply was still being sent when the simulator closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
