package io.tongban.gateway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** One PostgreSQL a JVM, migrated once; each caller gets a copy of its own. */
public final class TestDatabase {
    private static final String TEMPLATE = "tongban_template";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with the gateway's schema. */
    public static synchronized Jdbi fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        Jdbi.create(SERVER.getPostgresDatabase())
                .useHandle(handle -> handle.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE));
        return Jdbi.create(database(name));
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
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

    /** Set as in production, where the driver must not quote the values of a violated key. */
    private static DataSource database(String name) {
        var source = (org.postgresql.ds.PGSimpleDataSource) SERVER.getDatabase("postgres", name);
        source.setLogServerErrorDetail(false);
        source.setOptions("-c lock_timeout=2s");
        return source;
    }
}
