package io.tongban.sandbox.farside;

import io.tongban.sandbox.launcher.Folders;
import io.tongban.sandbox.launcher.FreePort;
import io.tongban.sandbox.launcher.OrphanGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB of the machine's own packages, in a folder of its own, on loopback. */
final class MariaDbServer implements AutoCloseable {
    private static final String OWNER = "far";
    private static final int TRIES = 600;

    private final Path folder;
    private final int port = FreePort.any();
    private final Process server;

    /** @throws NotInstalledException if the machine has none */
    MariaDbServer() throws NotInstalledException, IOException, InterruptedException {
        String install = program("mariadb-install-db");
        String daemon = program("mariadbd");
        // The server does not run as root, and may not enter what is the build's.
        folder = Files.createTempDirectory("mariadb");
        // A server that starts clears its folder of passing tables, which is that of the whole machine if none is said.
        Path passing = Files.createDirectory(folder.resolve("passing"));
        List<String> account = account(passing);
        run(command(account, install, "--datadir=" + folder.resolve("data"), "--tmpdir=" + passing, "--skip-test-db"));
        Path first = Files.writeString(folder.resolve("first.sql"), """
                create user far@'127.0.0.1' identified by 'far';
                grant all on *.* to far@'127.0.0.1' with grant option;
                """);
        server = new ProcessBuilder(command(
                        account,
                        daemon,
                        "--datadir=" + folder.resolve("data"),
                        "--tmpdir=" + passing,
                        "--socket=" + folder.resolve("socket"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--skip-name-resolve",
                        "--init-file=" + first,
                        "--innodb-flush-log-at-trx-commit=0"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        OrphanGuard.watch(server.toHandle());
        awaitReady();
    }

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

    private static String program(String name) throws NotInstalledException {
        return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/")
                .map(place -> place + name)
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElseThrow(() -> new NotInstalledException(name + " is not installed (Debian: mariadb-server)"));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("install.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly().waitFor();
            IOException failed = new IOException(command.get(0) + ": " + said(log));
            Folders.delete(folder);
            throw failed;
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try (Connection unused = connection()) {
                return;
            } catch (SQLException notYet) {
                if (tries == TRIES || !server.isAlive()) {
                    IOException failed =
                            new IOException("MariaDB is not ready: " + said(folder.resolve("log")), notYet);
                    close();
                    throw failed;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    int port() {
        return port;
    }

    /** As the one who may do anything. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/mysql", OWNER, OWNER);
    }

    /** Runs a file of statements, which end at an empty line. */
    void load(Path file) throws IOException, SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String each : Files.readString(file).split("\n\n", -1)) {
                String text = each.replaceAll("(?m)^--.*\n?", "").strip();
                if (!text.isEmpty()) {
                    statement.execute(text);
                }
            }
        }
    }

    private static String said(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** Stops it and deletes its data. */
    @Override
    public void close() throws IOException, InterruptedException {
        server.destroy();
        if (!server.waitFor(30, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
        Folders.delete(folder);
    }
}
