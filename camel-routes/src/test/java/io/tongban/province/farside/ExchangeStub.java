package io.tongban.province.farside;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The far side of exchangedb, as a test tells it to be: a database of its own in a real PostgreSQL, with Dongting's
 * tables, and a trigger that does what the province's system would do. It knows SQL, and nothing of the code under test.
 */
public final class ExchangeStub implements AutoCloseable {
    public static final String PASSWORD = "secret-of-98";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TABLES = """
            create schema "Qzk";
            create table "Qzk"."WbJh" (
              "XH" bigserial primary key, "LSH" text, "JYM" text, "CZY" text, "SJ" text, "BT" text default '0',
              "SFZ" text, "XM" text, "SJH" text, "LB" text, "RYBH" text, "XZ" text, "NY" text, "JS" text, "JE" text,
              "DW-MA" text, "YLSH" text, "FHM" text, "FHXX" text, "GRBH" text, "HZ" text, "HZJE" text, "HZSJ" text, "RQ" text,
              "YM" text);
            create table "Qzk"."WbJhMx" ("LSH" text, "XZ" text, "ZT" text, "ZZ" text, "RQ" text, "LX" text,
              "BS" integer, "JE" numeric(14, 2), "YLS" text);
            grant usage on schema "Qzk" to tongban_98;
            grant insert, select on "Qzk"."WbJh" to tongban_98;
            grant select on "Qzk"."WbJhMx" to tongban_98;
            grant usage on sequence "Qzk"."WbJh_XH_seq" to tongban_98;
            """;

    private final EmbeddedPostgres server;
    private final String name = "dongting_" + COUNT.incrementAndGet();
    private Connection own;

    public ExchangeStub() {
        this(Shared.SERVER);
    }

    public ExchangeStub(EmbeddedPostgres server) {
        this.server = server;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Files that are copied cost half of pages that are written to the log.
            statement.execute("create database " + name + " strategy file_copy");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run(TABLES);
        answering("");
    }

    /** @param folder for its data, so that it can be started a second time; made if it is not there */
    public static EmbeddedPostgres start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Path access = Files.writeString(folder.resolveSibling(folder.getFileName() + ".hba"), """
                host all tongban_98 127.0.0.1/32 scram-sha-256
                host all all        127.0.0.1/32 trust
                host all all        ::1/128      trust
                """);
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                // Its own ten seconds are too few on a busy machine.
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("hba_file", access.toString())
                .setServerConfig("fsync", "off")
                // It would look at a database for each test that is over.
                .setServerConfig("autovacuum", "off")
                .start();
    }

    public String endpoint() {
        return "postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /** @param work what is done to each new row, {@code new}, before anyone can see it */
    public void answering(String work) {
        trigger("before", work);
    }

    /** @param work what is done when a row is there, such as a second one */
    public void following(String work) {
        trigger("after", "if pg_trigger_depth() = 1 then " + work + " end if;");
    }

    private void trigger(String when, String work) {
        run("create or replace function \"Qzk\"." + when
                + "_row() returns trigger language plpgsql security definer as $$ begin " + work
                + " return new; end $$; create or replace trigger " + when + "_row " + when
                + " insert on \"Qzk\".\"WbJh\" for each row execute function \"Qzk\"." + when + "_row()");
    }

    public Connection connection() throws SQLException {
        return server.getDatabase("postgres", name).getConnection();
    }

    public synchronized void run(String sql) {
        try (Statement statement = own().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what is selected. */
    public synchronized List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Statement statement = own().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    private Connection own() throws SQLException {
        if (own == null) {
            own = connection();
        }
        return own;
    }

    /** Its database goes with the server. */
    @Override
    public void close() {
        try {
            own().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        static final EmbeddedPostgres SERVER = started();

        private static EmbeddedPostgres started() {
            try {
                EmbeddedPostgres server =
                        start(Files.createTempDirectory("exchange").resolve("data"), FreePort.any());
                signUp(server);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The caller's role, which has a password here, and nothing but what the tables grant it. */
    public static void signUp(EmbeddedPostgres server) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role tongban_98 login password '" + PASSWORD + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
