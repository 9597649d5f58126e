package io.tongban.province.dialect.exchangedb;

import com.zaxxer.hikari.HikariDataSource;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Timeouts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One province's database: takes a connection for each call, and gives it up when the call's time is over. */
final class ExchangeDatabase implements AutoCloseable {
    private final SqlDialect sql;
    private final HikariDataSource pool;
    private final Timeouts timeouts;
    private final int frameBytes;
    private final ScheduledExecutorService watch;
    private final Consumer<ExchangeDatabase> closed;

    ExchangeDatabase(
            ProvinceProfile profile,
            String name,
            Optional<Path> drivers,
            ScheduledExecutorService watch,
            Consumer<ExchangeDatabase> closed) {
        this.sql = SqlDialect.of(profile);
        this.pool = ExchangePool.before(profile, name, drivers);
        this.timeouts = profile.timeouts();
        this.frameBytes = profile.limits().frameBytes();
        this.watch = watch;
        this.closed = closed;
    }

    /** @throws CallFailed with a word for what the database said, or that it said nothing */
    <T> T call(Work<T> work) {
        Deadline whole = Deadline.in(timeouts.together());
        Connection connection = connect();
        // The server's own time-outs come first. This one is for a server that does not keep them, or trickles.
        Future<?> hangUp = watch.schedule(() -> abort(connection), whole.left().toMillis(), TimeUnit.MILLISECONDS);
        boolean sound = false;
        try {
            T result = work.with(new Session(connection, frameBytes), Deadline.in(timeouts.reply()));
            sound = true;
            return result;
        } catch (SQLException e) {
            throw whole.isOver() ? new CallFailed(UnknownCause.TIMEOUT) : SqlFailure.whileCalling(e, sql);
        } finally {
            giveBack(connection, hangUp.cancel(false) && sound);
        }
    }

    private Connection connect() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw SqlFailure.whileConnecting(e, sql);
        }
    }

    /** What went wrong once is not used again: its state over there is unknown, and a new one costs little. */
    private void giveBack(Connection connection, boolean sound) {
        if (!sound) {
            pool.evictConnection(connection);
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            pool.evictConnection(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is closed, which is all that was wanted.
        }
    }

    @Override
    public void close() {
        closed.accept(this);
        pool.close();
    }

    @FunctionalInterface
    interface Work<T> {
        /** @param reply until when an answer may be waited for */
        T with(Session session, Deadline reply) throws SQLException;
    }

    /** A moment by the clock that only measures. */
    record Deadline(long nanoTime) {
        static Deadline in(Duration duration) {
            return new Deadline(System.nanoTime() + duration.toNanos());
        }

        Duration left() {
            return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
        }

        boolean isOver() {
            return left().isZero();
        }
    }
}
