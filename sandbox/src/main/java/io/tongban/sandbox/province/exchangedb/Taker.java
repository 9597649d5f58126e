package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes new rows as the bell rings for them, and has a bounded number worked off at a time. Costs next to nothing idle. */
final class Taker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Taker.class);
    private static final int MOST_AT_ONCE = 32;
    /** A bell can be missed while the connection is a new one. */
    private static final int LOOK_MILLIS = 1_000;

    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

    private final FrontDatabase front;
    private final ExchangeTable table;
    private final RequestMapper mapper;
    private final Backlog backlog;
    private final Pause pause;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ThreadPoolExecutor threads;
    private final Thread thread;
    private volatile @Nullable Connection bell;

    Taker(FrontDatabase front, ExchangeTable table, RequestMapper mapper, Backlog backlog, Pause pause) {
        this.front = front;
        this.table = table;
        this.mapper = mapper;
        this.backlog = backlog;
        this.pause = pause;
        threads = new ThreadPoolExecutor(
                0, 2 * MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> daemon(work, "row"));
        thread = daemon(this::take, "rows");
    }

    void start() {
        thread.start();
    }

    private void take() {
        while (!pause.isClosing()) {
            try (Connection connection = front.connect()) {
                bell = connection;
                listen(connection);
            } catch (SQLException e) {
                if (!pause.isClosing()) {
                    LOG.warn("cannot take rows: {}", e.getClass().getSimpleName());
                    pause.of(AFTER_FAILURE);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void listen(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            // A row that was taken twice is worked off once, so nothing is lost with a crash.
            statement.execute("listen exchange; set synchronous_commit = off; set statement_timeout = '10s'");
        }
        while (!pause.isClosing()) {
            if (takeSome(connection) == 0) {
                connection.unwrap(PGConnection.class).getNotifications(LOOK_MILLIS);
            }
        }
    }

    private int takeSome(Connection connection) throws SQLException, InterruptedException {
        places.acquire();
        int free = 1 + places.drainPermits();
        List<RequestRow> rows = List.of();
        try {
            rows = table.take(connection, backlog.resting(), free);
        } finally {
            places.release(free - rows.size());
        }
        rows.forEach(row -> threads.execute(() -> serve(row)));
        return rows.size();
    }

    private void serve(RequestRow row) {
        try {
            backlog.add(row, mapper.serve(row));
        } catch (SQLException | RuntimeException e) {
            backlog.again(row, e);
        } finally {
            places.release();
        }
    }

    /** Lets rows that are just being booked finish, before the ledger is closed under them. */
    @Override
    public void close() {
        Connection connection = bell;
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
            thread.interrupt();
            thread.join(2_000);
            threads.shutdown();
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("rows were still worked off when the simulator closed");
            }
        } catch (SQLException e) {
            LOG.debug("close failed: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "exchangedb-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
