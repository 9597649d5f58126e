package io.tongban.sandbox.province;

import io.tongban.sandbox.launcher.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL for the whole test run, and as many empty schemas in it as are asked for: cheaper than databases. */
public final class TestStore {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestStore() {}

    public static DataSource fresh() {
        String name = "sim_test_" + COUNT.incrementAndGet();
        execute(Server.POSTGRES.getPostgresDatabase(), "create schema " + name);
        return Server.POSTGRES.getDatabase("postgres", "postgres", Map.of("currentSchema", name));
    }

    /**
     * A database of its own, for what names its schemas itself: always the same one, emptied, because a database is some
     * megabytes on the disk. Only one at a time can use it.
     */
    public static DataSource emptied() {
        DataSource store = Whole.DATABASE;
        execute(store, "drop schema if exists front cascade; drop schema public cascade; create schema public");
        return store;
    }

    private static void execute(DataSource store, String sql) {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Whole {
        static final DataSource DATABASE = created();

        private static DataSource created() {
            execute(Server.POSTGRES.getPostgresDatabase(), "create database sim_test");
            return Server.POSTGRES.getDatabase("postgres", "sim_test");
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        // By itself it would take one of those that the system gives to outgoing connections meanwhile.
                        .setPort(FreePort.any())
                        // Its own ten seconds are too few on a busy machine.
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
