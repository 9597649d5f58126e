package io.tongban.sandbox.province.exchangedb;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tongban.sandbox.province.SimulatorSettings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The front-end database, as the province itself comes to it: tables, endpoint, and a few connections. */
final class FrontDatabase implements AutoCloseable {
    private final DataSource store;
    private final HikariDataSource pool;
    private final String endpoint;

    FrontDatabase(SimulatorSettings settings, DialectSettings dialectSettings) {
        store = settings.store();
        try (Connection connection = store.getConnection()) {
            FrontSchema.create(connection, settings.province(), dialectSettings);
            new ExchangeTable(dialectSettings).putBack(connection);
            endpoint = FrontSchema.endpoint(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "no front-end database for province " + settings.province().code(), e);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("front-" + settings.province().code());
        config.setDataSource(store);
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setIdleTimeout(30_000);
        config.setConnectionTimeout(5_000);
        config.setConnectionInitSql("set statement_timeout = '10s'");
        pool = new HikariDataSource(config);
    }

    String endpoint() {
        return endpoint;
    }

    /** A connection for long, past the pool. */
    Connection connect() throws SQLException {
        return store.getConnection();
    }

    /** All or nothing. */
    void commit(Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }
}
