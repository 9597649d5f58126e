package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes of one PostgreSQL, which can be stopped and go on, be killed, and be started again as they were. */
final class PostgresProcesses {
    private static final Pattern NUL = Pattern.compile("\0");
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path folder;
    private final Path log;
    private final List<String> command;
    private ProcessHandle postmaster;

    PostgresProcesses(Path folder, Path log) throws IOException {
        this.folder = folder;
        this.log = log;
        this.postmaster = running(folder);
        this.command = commandOf(postmaster.pid());
        OrphanGuard.watchForKill(postmaster);
    }

    ProcessHandle postmaster() {
        return postmaster;
    }

    boolean alive() {
        return postmaster.isAlive();
    }

    /** From now on it takes connections, as the kernel does that, and answers nothing. */
    void stop() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** {@code kill -9} of all of them. */
    void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        Termination.of(all, GRACE);
    }

    /** Starts it as it was started at first; it takes connections when it has recovered. */
    void start() throws IOException {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to be root; in a user namespace of its own it is nobody.
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(command);
        Process started = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        postmaster = started.toHandle();
        OrphanGuard.watchForKill(postmaster);
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private void signal(String name) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("kill", "-" + name));
        all().forEach(process -> words.add(Long.toString(process.pid())));
        Process kill = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (!kill.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("kill -" + name + " hangs");
        }
    }

    private static ProcessHandle running(Path folder) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("PostgreSQL ended at once"));
    }

    private static List<String> commandOf(long pid) throws IOException {
        Path line = Path.of("/proc", Long.toString(pid), "cmdline");
        return Files.isReadable(line)
                ? NUL.splitAsStream(Files.readString(line, StandardCharsets.UTF_8))
                        .toList()
                : List.of();
    }
}
