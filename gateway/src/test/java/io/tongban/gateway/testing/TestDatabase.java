package io.tongban.gateway.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * One PostgreSQL a JVM, migrated once; each caller gets a copy of its own. A new connection costs PostgreSQL a process,
 * and with it more than most of what a test does there, so each copy has a pool.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "tongban_template";
    /** More than the threads of any test that are at work at once. */
    private static final int CONNECTIONS = 64;

    /** Its own ten seconds are too few on a busy machine. */
    private static final Duration TO_START = Duration.ofMinutes(2);

    private static final int PORTS_TRIED = 100;
    private static final int LOWEST_PORT = 10_000;
    private static final int BELOW_PORT = 32_768;

    private static final Duration TO_ACQUIRE = Duration.ofSeconds(30);
    /** Five times production's: in a crowd on a busy machine the last one waits for all the others. */
    private static final Duration TO_LOCK = Duration.ofSeconds(10);
    /** There is a database for each test, and none says that it is done. */
    private static final Duration IDLE = Duration.ofSeconds(2);

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with the gateway's schema. */
    public static Jdbi fresh() {
        return fresh(TO_LOCK);
    }

    /** @param toLock how long a statement waits for a lock, for tests in which one waits in vain */
    public static synchronized Jdbi fresh(Duration toLock) {
        String name = "test_" + COUNT.incrementAndGet();
        // Files that are copied cost half of pages that are written to the log.
        Jdbi.create(SERVER.getPostgresDatabase())
                .useHandle(handle ->
                        handle.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY file_copy"));
        return Jdbi.create(pool(name, toLock));
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPort(freePort())
                    .setPGStartupWait(TO_START)
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("fsync", "off")
                    // It would look at hundreds of databases that nobody needs any more.
                    .setServerConfig("autovacuum", "off")
                    .start();
            Jdbi.create(server.getPostgresDatabase())
                    .useHandle(handle -> handle.execute("CREATE DATABASE " + TEMPLATE));
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Below those that the system gives to outgoing connections, one of which might take it before the server, whose
     * folders are made first, listens on it.
     */
    private static int freePort() throws IOException {
        for (int i = 0; i < PORTS_TRIED; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, BELOW_PORT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IOException("no port is free");
    }

    /** Set as in production, where the driver must not quote the values of a violated key. */
    private static DataSource pool(String name, Duration toLock) {
        String url = SERVER.getJdbcUrl("postgres", name) + "&logServerErrorDetail=false&options=-c%20lock_timeout%3D"
                + toLock.toMillis();
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                            .acquisitionTimeout(TO_ACQUIRE)
                            .reapTimeout(IDLE)
                            .connectionFactoryConfiguration(
                                    factory -> factory.jdbcUrl(url).principal(new NamePrincipal("postgres")))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
