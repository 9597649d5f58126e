package io.tongban.sandbox.province;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A bounded pool before the simulator's database, and its tables. */
final class LedgerDatabase implements AutoCloseable {
    private static final String TABLES = """
            create table if not exists person (
              person_number  text primary key,
              citizen_number text not null unique,
              name           text not null,
              mobile         text not null,
              place          text not null,
              registered_at  timestamptz not null
            );
            create table if not exists business_transaction (
              serial        text primary key,
              transaction   text not null,
              verdict       text not null,
              person_number text,
              at            timestamptz not null
            );
            create table if not exists booking (
              receipt_number text primary key,
              serial         text not null unique references business_transaction,
              person_number  text not null references person,
              kind           text not null,
              period         text not null,
              base_fen       bigint not null,
              amount_fen     bigint not null check (amount_fen > 0),
              payer          text not null,
              booked_at      timestamptz not null,
              unique (person_number, kind, period)
            );
            create table if not exists insurance_change (
              number         bigint generated always as identity,
              receipt_number text primary key,
              serial         text not null unique references business_transaction,
              person_number  text not null references person,
              kind           text not null,
              change         text not null,
              from_month     text not null,
              base_fen       bigint not null,
              changed_at     timestamptz not null
            );
            create index if not exists insurance_change_person on insurance_change (person_number);
            create table if not exists reversed_booking (
              like booking,
              reversed_at timestamptz not null,
              primary key (serial)
            );
            create sequence if not exists person_sequence;
            create sequence if not exists receipt_sequence;
            """;

    /** Of one province; all 32 together must fit into one PostgreSQL. */
    private static final int MOST_CONNECTIONS = 4;

    private final HikariDataSource pool;

    LedgerDatabase(String provinceCode, DataSource store) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("province-" + provinceCode);
        config.setDataSource(store);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        // Most of the provinces have nothing to do most of the time.
        config.setMinimumIdle(0);
        config.setIdleTimeout(30_000);
        config.setConnectionTimeout(5_000);
        config.setConnectionInitSql("set statement_timeout = '10s'");
        pool = new HikariDataSource(config);
        read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(TABLES);
            }
        });
    }

    /** Each statement for itself. */
    <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailableException(e);
        }
    }

    /** All or nothing. */
    <T> T commit(Work<T> work) {
        return read(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        });
    }

    @Override
    public void close() {
        pool.close();
    }

    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
