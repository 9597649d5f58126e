package io.tongban.province.farside;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A MariaDB of the machine's own packages, started for a test in a folder of its own on a free port of loopback, with
 * Dongting's tables; a trigger does what the province's system would do.
 */
public final class MariaDb implements AutoCloseable {
    public static final String PASSWORD = "secret-of-98";
    private static final String TABLES = """
            create table qzk.WbJh (
              XH bigint auto_increment primary key, LSH varchar(20), JYM varchar(8), CZY varchar(10), SJ varchar(14),
              BT varchar(10) default '0', SFZ varchar(18), XM varchar(50), SJH varchar(11), LB varchar(4),
              RYBH varchar(20), XZ varchar(4), NY varchar(6), JS varchar(15), JE varchar(15), `DW-MA` varchar(18),
              YLSH varchar(20), FHM varchar(4), FHXX varchar(200), GRBH varchar(20), HZ varchar(400), HZJE decimal(12,2),
              HZSJ varchar(14)) character set utf8mb4;
            create table qzk.WbJhMx (LSH varchar(20), XZ varchar(4), ZT varchar(4), ZZ varchar(6)) character set utf8mb4;
            create user tongban_98@'127.0.0.1' identified by 'secret-of-98';
            grant insert, select on qzk.WbJh to tongban_98@'127.0.0.1';
            grant select on qzk.WbJhMx to tongban_98@'127.0.0.1';
            """;

    private final Path folder;
    private final int port = FreePort.any();
    private final Process server;

    /** @param options of the server, beyond what it needs */
    public MariaDb(String... options) throws IOException {
        folder = Files.createTempDirectory("mariadb");
        // A server that starts clears its folder of passing tables, which is that of the whole machine if none is said.
        Path passing = Files.createDirectory(folder.resolve("passing"));
        List<String> account = account(passing);
        run(command(
                account,
                program("mariadb-install-db"),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + passing,
                "--skip-test-db"));
        Path first = Files.writeString(folder.resolve("first.sql"), """
                create database qzk;
                create user far@'127.0.0.1' identified by 'far';
                grant all on *.* to far@'127.0.0.1' with grant option;
                """);
        List<String> command = command(
                account,
                program("mariadbd"),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + passing,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--init-file=" + first,
                "--innodb-flush-log-at-trx-commit=0");
        command.addAll(List.of(options));
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(
                            () -> assertThatCode(() -> connection().close()).doesNotThrowAnyException());
            Stream.of(TABLES.split(";\n")).filter(each -> !each.isBlank()).forEach(this::run);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** It does not run as root, so that a test that is run by root hands its folders to nobody in particular. */
    private List<String> account(Path passing) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(passing, PosixFilePermissions.fromString("rwxrwxrwx"));
        return List.of("--user=nobody");
    }

    private static List<String> command(List<String> account, String program, String... options) {
        List<String> command = new ArrayList<>(List.of(program, "--no-defaults"));
        command.addAll(account);
        command.addAll(List.of(options));
        return command;
    }

    private static String program(String name) {
        return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/")
                .map(place -> place + name)
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "this test needs " + name + " of MariaDB; on Debian: apt-get install mariadb-server"));
    }

    private void run(List<String> command) throws IOException {
        Path log = folder.resolve("install.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(command.get(0) + ": " + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String endpoint() {
        return endpoint("qzk");
    }

    public Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/mysql", "far", "far");
    }

    /** @param work what is done to each new row, {@code new}, before anyone can see it */
    public void answering(String work) {
        run("create or replace trigger qzk.answers before insert on qzk.WbJh for each row begin " + work + " end");
    }

    /** Runs a file of statements, which end at an empty line. */
    public void load(Path file) throws IOException {
        Stream.of(Files.readString(file).split("\n\n"))
                .map(statement -> statement.replaceAll("(?m)^--.*\n?", "").strip())
                .filter(statement -> !statement.isEmpty())
                .forEach(this::run);
    }

    public String endpoint(String database) {
        return "mariadb://127.0.0.1:" + port + "/" + database;
    }

    public void run(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what is selected. */
    public List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
