package io.tongban.sandbox.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sandbox.launcher.CertificateAuthority;
import io.tongban.sandbox.launcher.SandboxStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A flood in a process of its own that runs when no one else wants to: an attacker has a machine of his own, and what he
 * works must not be taken for what the gateway works. Where there is no {@code chrt}, at the usual priority.
 */
public final class FloodProcess implements Flooding {
    private static final String TOKEN = "TONGBAN_FLOOD_TOKEN";
    private static final String AUTHORITY = "TONGBAN_FLOOD_AUTHORITY";
    private static final Path CHRT = Path.of("/usr/bin/chrt");
    private static final long REPORT_MILLIS = 100;
    private static final long END_SECONDS = 20;

    private final Process process;
    private volatile int opened;
    private volatile int most;

    private FloodProcess(Process process) {
        this.process = process;
        Thread counts = new Thread(this::count, "flood-counts");
        counts.setDaemon(true);
        counts.start();
    }

    static FloodProcess start(SandboxStack stack, String token, Shape shape, int count) {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(CHRT)) {
            words.addAll(List.of(CHRT.toString(), "--idle", "0"));
        }
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // 2,000 bodies of one MiB less an octet.
                "-Xmx4g",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                FloodProcess.class.getName(),
                shape.name(),
                stack.gateway().toString(),
                stack.httpsGateway().toString(),
                Integer.toString(count)));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.INHERIT);
        // Secrets travel here: a command line is readable to all.
        builder.environment().put(TOKEN, token);
        builder.environment().put(AUTHORITY, stack.authority().pem());
        try {
            return new FloodProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                opened = Integer.parseInt(line.substring(0, blank));
                most = Integer.parseInt(line.substring(blank + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int opened() {
        return opened;
    }

    @Override
    public int most() {
        return most;
    }

    /** The end of its input ends it. */
    @Override
    public void close() throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            throw new UncheckedIOException("The flood ended by itself", gone);
        } finally {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** The flood itself: until its input ends, with its counts ten times a second. */
    public static void main(String[] arguments) throws Exception {
        Target target = new Target(
                URI.create(arguments[1]),
                URI.create(arguments[2]),
                CertificateAuthority.clientContext(System.getenv(AUTHORITY)),
                System.getenv(TOKEN));
        try (Flood flood = Flood.start(Shape.valueOf(arguments[0]), target, Integer.parseInt(arguments[3]))) {
            Thread reports = new Thread(() -> report(flood), "flood-reports");
            reports.setDaemon(true);
            reports.start();
            while (System.in.read() >= 0) {
                // Nothing is said to it but the end.
            }
        }
    }

    private static void report(Flood flood) {
        try {
            while (true) {
                System.out.println(flood.opened() + " " + flood.most());
                Thread.sleep(REPORT_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
