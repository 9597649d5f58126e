package io.tongban.sandbox.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL on loopback, durable as in production: servers before it are killed in the middle of their work, and
 * the results are compared to the last fen.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final int TO_CONNECT_SECONDS = 5;
    private static final int TRIES_TO_SET = 300;
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final EmbeddedPostgres postgres;
    private final PostgresProcesses processes;
    private final Path folder;

    private PostgresServer(EmbeddedPostgres postgres, PostgresProcesses processes, Path folder) {
        this.postgres = postgres;
        this.processes = processes;
        this.folder = folder;
    }

    /**
     * Starts an empty one on a free port.
     *
     * @param folder to be made, for its data; its log goes beside it
     * @throws IOException if it is not ready within a minute
     */
    public static PostgresServer start(Path folder) throws IOException {
        Files.createDirectories(folder);
        Redirect log = Redirect.appendTo(folder.resolveSibling("postgres.log").toFile());
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                // By itself it would take one of those that the system gives to outgoing connections meanwhile.
                .setPort(FreePort.any())
                .setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        return new PostgresServer(
                postgres, new PostgresProcesses(folder, folder.resolveSibling("postgres.log")), folder);
    }

    /** SIGSTOP for all its processes: it takes connections and answers nothing. */
    public void stop() throws IOException, InterruptedException {
        processes.stop();
    }

    /** SIGCONT. */
    public void goOn() throws IOException, InterruptedException {
        processes.goOn();
    }

    /** {@code kill -9} for all its processes. */
    public void kill() {
        processes.kill();
    }

    public boolean alive() {
        return processes.alive();
    }

    /** Starts it again on its port and data after {@link #kill}, or after it ended by itself; it recovers first. */
    public void startAgain() throws IOException {
        processes.start();
    }

    /**
     * Creates an empty database.
     *
     * @param name lower case letters, digits and {@code _}
     * @throws SQLException if there is one of that name
     */
    public DataSource createDatabase(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + checked(name));
        }
        return dataSource(name);
    }

    /** Connections to a database, each a new one: put a pool before it. */
    public DataSource dataSource(String name) {
        return postgres.getDatabase(USER, checked(name));
    }

    /** From now on it speaks TLS with whoever asks for it, and clear text with the others. */
    public void serveTls(CertificateAuthority.Issued issued) throws IOException, SQLException, InterruptedException {
        Files.writeString(folder.resolve("server.crt"), issued.certificatePem());
        Path key = Files.writeString(folder.resolve("server.key"), issued.privateKeyPem());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        set("ssl = on", "on");
    }

    /** No more. */
    public void serveClearText() throws SQLException, InterruptedException {
        set("ssl = off", "off");
    }

    /** A setting is taken over a moment later, and by new connections. */
    private void set(String setting, String shown) throws SQLException, InterruptedException {
        execute("alter system set " + setting, "select pg_reload_conf()");
        for (int tries = 1; !show("ssl").equals(shown); tries++) {
            if (tries == TRIES_TO_SET) {
                throw new IllegalStateException("PostgreSQL does not take over " + setting);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource(USER).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = dataSource(USER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Without user and password, which have their own methods. */
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + checked(name);
    }

    /** TCP port on loopback. */
    public int port() {
        return postgres.getPort();
    }

    public String user() {
        return USER;
    }

    /** Any would do: on loopback everyone is trusted, as it is a sandbox. */
    public String password() {
        return USER;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        return name;
    }

    /** Stops it and deletes its data. */
    @Override
    public void close() throws IOException {
        writeDown();
        postgres.close();
        waitForTheLastCheckpoint();
        Folders.delete(folder);
    }

    /**
     * What has to be written is written now: {@code pg_ctl} waits five seconds for the end, and calls what takes longer a
     * failure. Whether this comes about makes no difference but to that time.
     */
    private void writeDown() {
        if (!alive()) {
            return;
        }
        PGSimpleDataSource server = (PGSimpleDataSource) postgres.getPostgresDatabase();
        server.setConnectTimeout(TO_CONNECT_SECONDS);
        server.setSocketTimeout(Math.toIntExact(TO_STOP.toSeconds()));
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException dying) {
            LOG.debug("no last checkpoint: {}", dying.getSQLState());
        }
    }

    /** Of the databases of all provinces: it may take longer than those who told it to stop care to wait. */
    private void waitForTheLastCheckpoint() {
        try {
            processes.postmaster().onExit().get(TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            processes.postmaster().destroyForcibly();
        }
    }
}
