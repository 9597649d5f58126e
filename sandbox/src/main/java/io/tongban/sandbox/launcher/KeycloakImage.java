package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Keycloak built for our options, beside the unpacked one, which stays as it came: what the build does not write is
 * linked. The folder's name holds version and options, and it appears whole or not at all, so two launchers may build
 * at once and a launcher that is killed in the middle leaves nothing that is taken for done.
 */
record KeycloakImage(Path folder) {
    /**
     * Health is left out because it opens a management port of its own. Kerberos' user storage is left out because
     * asking it whether it is there waits seconds for a D-Bus that a container does not have.
     */
    private static final List<String> OPTIONS = List.of("--db=dev-file", "--spi-storage--sssd--enabled=false");

    private static final Duration BUILD_AT_MOST = Duration.ofMinutes(3);

    /** Returns the image of {@code distribution}, built now if it was not before: about ten seconds. */
    static KeycloakImage of(Path distribution) throws IOException, InterruptedException {
        String key = distribution.getFileName() + "-" + Integer.toHexString(OPTIONS.hashCode());
        Path images = Files.createDirectories(distribution.resolveSibling("images"));
        Path image = images.resolve(key);
        if (!Files.isDirectory(image)) {
            Path draft = Files.createTempDirectory(images, "draft-");
            copy(distribution, draft);
            build(draft);
            publish(draft, image);
        }
        return new KeycloakImage(image);
    }

    private static void copy(Path distribution, Path draft) throws IOException {
        Path lib = Files.createDirectory(draft.resolve("lib"));
        for (String unchanged : List.of("app", "lib")) {
            Files.createSymbolicLink(
                    lib.resolve(unchanged), distribution.resolve("lib").resolve(unchanged));
        }
        Files.copy(distribution.resolve("lib/quarkus-run.jar"), lib.resolve("quarkus-run.jar"));
        Path rebuilt = Files.createDirectory(lib.resolve("quarkus"));
        try (Stream<Path> files = Files.list(distribution.resolve("lib/quarkus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, rebuilt.resolve(file.getFileName()));
            }
        }
        Files.createDirectory(draft.resolve("conf"));
        Files.createDirectory(draft.resolve("providers"));
    }

    private static void build(Path draft) throws IOException, InterruptedException {
        Path log = draft.resolveSibling(draft.getFileName() + ".log");
        Java command = new KeycloakImage(draft).command(draft, "build").with(OPTIONS);
        try (ChildProcess build = ChildProcess.start("Keycloak's build", command, Map.of(), log)) {
            int status = build.awaitEnd(BUILD_AT_MOST);
            if (status != 0) {
                throw new IOException("Keycloak's build failed with status " + status + ", see " + log);
            }
        }
        Files.delete(log);
    }

    private static void publish(Path draft, Path image) throws IOException {
        try {
            Files.move(draft, image);
        } catch (FileSystemException taken) {
            if (!Files.isDirectory(image)) {
                throw taken;
            }
            Folders.delete(draft);
        }
    }

    /**
     * The command of {@code bin/kc.sh} without its shell, so that the child is Keycloak itself. The first compiler
     * alone suffices: half the processor time of the start goes to the second.
     */
    Java command(Path home, String... arguments) {
        return Java.command(
                        "-Xms128m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        folder.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                .with(arguments);
    }
}
