package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows that a fault has left unfinished. Lives in memory: the next start takes up what is left of it over there. */
final class Backlog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    /** Each takes a connection of its own; one more is left taken without being locked. */
    private static final int MOST_LOCKS = 4;

    private final FrontDatabase front;
    private final ExchangeTable table;
    private final RequestMapper mapper;
    private final Pause pause;
    private final Set<Long> resting = ConcurrentHashMap.newKeySet();
    private final Set<Connection> forgotten = ConcurrentHashMap.newKeySet();
    private final Semaphore locks = new Semaphore(MOST_LOCKS);
    private final ScheduledThreadPoolExecutor later;

    Backlog(FrontDatabase front, ExchangeTable table, RequestMapper mapper, Pause pause) {
        this.front = front;
        this.table = table;
        this.mapper = mapper;
        this.pause = pause;
        later = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "exchangedb-backlog");
            thread.setDaemon(true);
            return thread;
        });
        later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Numbers of new rows that nobody is to take. */
    Set<Long> resting() {
        return resting;
    }

    void add(RequestRow row, Afterwards afterwards) throws SQLException {
        if (afterwards instanceof Afterwards.PutRight putRight) {
            in(putRight.after(), () -> putRight(row));
        } else if (afterwards instanceof Afterwards.Rest rest) {
            resting.add(row.number());
            in(rest.after(), () -> putRight(row));
            front.commit(connection -> table.flag(connection, row, "0"));
        } else if (afterwards instanceof Afterwards.Lock lock) {
            lock(row, lock.after());
        }
    }

    /** After something went wrong over here: the caller has no use for that. */
    void again(RequestRow row, Exception failure) {
        if (!pause.isClosing()) {
            LOG.warn("row failed: {}", failure.getClass().getSimpleName());
            in(AFTER_FAILURE, () -> putRight(row));
        }
    }

    private void putRight(RequestRow row) {
        try {
            mapper.putRight(row);
            resting.remove(row.number());
        } catch (SQLException | RuntimeException e) {
            again(row, e);
        }
    }

    private void lock(RequestRow row, Duration duration) throws SQLException {
        if (!locks.tryAcquire()) {
            in(duration, () -> putRight(row));
            return;
        }
        Connection session = front.connect();
        forgotten.add(session);
        session.setAutoCommit(false);
        table.lock(session, row);
        in(duration, () -> {
            forget(session);
            putRight(row);
        });
    }

    private void forget(Connection session) {
        forgotten.remove(session);
        locks.release();
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("close failed: {}", e.getClass().getSimpleName());
        }
    }

    private void in(Duration delay, Runnable work) {
        if (!pause.isClosing()) {
            Future<?> unused = later.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        forgotten.forEach(this::forget);
    }
}
