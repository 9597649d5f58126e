package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, its output appended to one file.
 *
 * @param name of the server, for messages
 */
record ChildProcess(String name, Process process, Path log) implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param environment is added to this JVM's own; secrets travel here, for a command line is readable to all */
    static ChildProcess start(String name, Java command, Map<String, String> environment, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KC_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        OrphanGuard.watch(process.toHandle());
        return new ChildProcess(name, process, log);
    }

    /**
     * Returns when a GET of {@code url} answers 200.
     *
     * @throws IOException if the process ends before, or the time does
     */
    void awaitReady(URI url, Duration atMost) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        while (!answers(url)) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " ended with status " + process.exitValue() + ", see " + log);
            }
            if (deadline.passed()) {
                throw new IOException(name + " was not ready within " + atMost.toSeconds() + " s, see " + log);
            }
        }
    }

    /** Returns the status with which the process ended by itself. */
    int awaitEnd(Duration atMost) throws IOException, InterruptedException {
        if (!process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            kill();
            throw new IOException(name + " did not end within " + atMost.toSeconds() + " s, see " + log);
        }
        return process.exitValue();
    }

    private static boolean answers(URI url) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends it without asking, like {@code kill -9}, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        Termination.of(List.of(process.toHandle()), GRACE);
    }

    /** Asks it to end, waits up to 15 s, then kills. */
    @Override
    public void close() {
        Termination.of(List.of(process.toHandle()), GRACE);
    }
}
