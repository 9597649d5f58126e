package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sees to it that no server outlives this JVM: a shutdown hook ends those that are still alive at an orderly end, and an
 * {@link OrphanReaper} ends them when this JVM is killed before it can run a hook.
 */
public final class OrphanGuard {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final OrphanGuard OF_THIS_JVM = new OrphanGuard();

    private final Collection<ProcessHandle> watched = new ConcurrentLinkedQueue<>();
    private final OutputStream reaper;

    private OrphanGuard() {
        try {
            reaper = new ProcessBuilder(Java.command("-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp")
                            .with(classPath().toString(), OrphanReaper.class.getName())
                            .words())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException("cannot start the orphan reaper", broken);
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> Termination.of(
                                watched.stream().filter(ProcessHandle::isAlive).toList(), GRACE),
                        "orphan-guard"));
    }

    /** Watches a process until it ends. */
    public static void watch(ProcessHandle process) {
        OF_THIS_JVM.add(process);
    }

    private synchronized void add(ProcessHandle process) {
        watched.removeIf(known -> !known.isAlive());
        watched.add(process);
        tellReaper(process);
    }

    /** Tells only the reaper, for a server with a shutdown hook of its own. */
    static void watchForKill(ProcessHandle process) {
        OF_THIS_JVM.tellReaper(process);
    }

    private synchronized void tellReaper(ProcessHandle process) {
        try {
            reaper.write((process.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            reaper.flush();
        } catch (IOException reaperGone) {
            throw new IllegalStateException("the orphan reaper is gone", reaperGone);
        }
    }

    private static Path classPath() throws URISyntaxException {
        return Path.of(OrphanReaper.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
