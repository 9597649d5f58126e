package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Pause;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few threads that take requests off their queue, each in a transacted session of its own. */
final class QueueWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWorkers.class);
    private static final int WORKERS = 8;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);
    private static final int TO_FINISH_MILLIS = 2000;

    private final Connection connection;
    private final Queues queues;
    private final QueueRequestMapper mapper;
    private final Pause pause;
    private final List<Thread> threads = new ArrayList<>();

    QueueWorkers(Connection connection, Queues queues, QueueRequestMapper mapper, Pause pause) {
        this.connection = connection;
        this.queues = queues;
        this.mapper = mapper;
        this.pause = pause;
        for (int i = 0; i < WORKERS; i++) {
            Thread thread = new Thread(this::work, "queue-call");
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private void work() {
        while (!pause.isClosing()) {
            try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    MessageConsumer consumer = session.createConsumer(session.createQueue(queues.request()))) {
                serve(session, consumer);
            } catch (JMSException | RuntimeException e) {
                // The session is closed by now, and what it had in hand is delivered again.
                if (!pause.isClosing()) {
                    LOG.warn("a call failed: {}", e.getClass().getSimpleName());
                    pause.of(AFTER_FAILURE);
                }
            }
        }
    }

    private void serve(Session session, MessageConsumer consumer) throws JMSException {
        ReplyQueue replies = new ReplyQueue(session, queues.reply());
        while (!pause.isClosing()) {
            Message message = consumer.receive();
            if (message == null) {
                return;
            }
            if (mapper.deal(message, replies)) {
                session.commit();
            } else {
                session.rollback();
            }
        }
    }

    /** Lets a call that is just booking finish, before its ledger is closed under it. */
    @Override
    public void close() {
        try {
            connection.close();
            for (Thread thread : threads) {
                thread.join(TO_FINISH_MILLIS);
            }
        } catch (JMSException e) {
            LOG.debug("close failed: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
