package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command {@code tongban} as a partner has it: the packaged jar, in a process of its own. */
record CommandLineJar(Path jar, Path folder) {
    private static final long SECONDS = 60;

    /** @param exit -1 if it had to be ended */
    record Ended(int exit, String out, String err) {}

    static CommandLineJar packaged(Path folder) throws IOException {
        try (Stream<Path> built = Files.list(Path.of("../sdk-java/target"))) {
            List<Path> jars =
                    built.filter(file -> file.toString().endsWith("-cli.jar")).toList();
            assertThat(jars).as("the packaged command line").hasSize(1);
            return new CommandLineJar(jars.get(0).toAbsolutePath(), folder);
        }
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end(SECONDS);
    }

    Running start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-jar",
                jar.toString()));
        words.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder command = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .directory(folder.toFile());
        command.environment().put("TONGBAN_HOME", folder.resolve("home").toString());
        return new Running(command.start(), out, err);
    }

    /** A command that goes on. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {
        String printed() {
            return read(out);
        }

        String remarked() {
            return read(err);
        }

        Ended end(long seconds) throws InterruptedException {
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            close();
            return new Ended(ended ? process.exitValue() : -1, printed(), remarked());
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
