package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The gateway in a JVM of its own, which can be stopped, killed and started again on the same port. */
public final class GatewayProcess implements AutoCloseable {
    private static final String TIERS = System.getProperty("tongban.sandbox.gateway-tiers", "1");
    private static final String HEAP = System.getProperty("tongban.sandbox.gateway-heap", "768m");
    /** As in {@code -XX:+UseSerialGC}. */
    private static final String COLLECTOR = System.getProperty("tongban.sandbox.gateway-collector", "Serial");

    private static final Duration READY_AT_MOST = Duration.ofMinutes(3);

    private final Settings settings;
    private ChildProcess process;

    private GatewayProcess(Settings settings) throws IOException, InterruptedException {
        this.settings = settings;
        this.process = launch(settings);
    }

    /**
     * What a gateway is started with.
     *
     * @param jar {@code quarkus-run.jar}
     * @param ports on loopback
     * @param log file to which every start appends
     * @param properties configuration keys, passed on the command line
     * @param secrets configuration keys, passed in the environment by the rules of MicroProfile Config
     */
    public record Settings(
            Path jar, Ports ports, Path log, Map<String, String> properties, Map<String, String> secrets) {
        /** Of another node of the same gateway, with its own ports, log and public address. */
        Settings neighbour(Ports others, String name, Map<String, String> more) {
            Map<String, String> own = new TreeMap<>(properties);
            own.put("tongban.public-base-url", "http://127.0.0.1:" + others.http());
            own.put("tongban.public-base-url-https", "https://127.0.0.1:" + others.https());
            own.putAll(more);
            return new Settings(jar, others, log.resolveSibling(name + ".log"), own, secrets);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Settings[jar=" + jar + ", ports=" + ports + ", log=" + log + "]";
        }
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @throws IOException if it cannot be started, ends, or is not ready within 90 s
     */
    public static GatewayProcess start(Settings settings) throws IOException, InterruptedException {
        if (!Files.isRegularFile(settings.jar())) {
            throw new IOException("no gateway at " + settings.jar() + ": build the gateway module first");
        }
        return new GatewayProcess(settings);
    }

    private static ChildProcess launch(Settings settings) throws IOException, InterruptedException {
        Map<String, String> properties = new TreeMap<>(settings.properties());
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", String.valueOf(settings.ports().http()));
        properties.put("quarkus.http.ssl-port", String.valueOf(settings.ports().https()));
        properties.put("quarkus.management.host", "127.0.0.1");
        properties.put(
                "quarkus.management.port", String.valueOf(settings.ports().management()));
        List<String> definitions = properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList();
        Map<String, String> environment = new TreeMap<>();
        settings.secrets().forEach((key, value) -> environment.put(variable(key), value));
        // A sandbox lives for minutes, on few cores, and starts its gateway again and again: there the second compiler
        // takes more than it gives.
        GatewayArchive archive = GatewayArchive.of(settings.jar());
        Java command = Java.command(
                        "-Xmx" + HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=" + TIERS,
                        "-XX:+Use" + COLLECTOR + "GC",
                        "--enable-native-access=ALL-UNNAMED")
                .with(archive.options())
                .with(definitions)
                .with("-jar", settings.jar().toString());
        ChildProcess process = ChildProcess.start("the gateway", command, environment, settings.log());
        try {
            process.awaitReady(management(settings).resolve("/q/health/ready"), READY_AT_MOST);
            archive.writtenBy(process);
            return process;
        } catch (IOException | InterruptedException notReady) {
            process.close();
            throw notReady;
        }
    }

    /** What MicroProfile Config looks for in the environment. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static URI base(Settings settings) {
        return URI.create("http://127.0.0.1:" + settings.ports().http());
    }

    private static URI management(Settings settings) {
        return URI.create("http://127.0.0.1:" + settings.ports().management());
    }

    /** Starts another node; settings that it has as secrets here can be replaced there by properties. */
    GatewayProcess neighbour(Ports ports, String name, Map<String, String> properties)
            throws IOException, InterruptedException {
        return start(settings.neighbour(ports, name, properties));
    }

    /** Its base URL, without a slash at the end. */
    public URI base() {
        return base(settings);
    }

    /** Its base URL over TLS, without a slash at the end. */
    public URI secureBase() {
        return URI.create("https://127.0.0.1:" + settings.ports().https());
    }

    /** Where it tells of its health and its metrics, without a slash at the end. */
    public URI management() {
        return management(settings);
    }

    /** @param kind {@code ready} or {@code live} */
    public URI health(String kind) {
        return management().resolve("/q/health/" + kind);
    }

    public Path log() {
        return settings.log();
    }

    /** Of the process that runs now. */
    public synchronized long pid() {
        return process.pid();
    }

    public synchronized boolean alive() {
        return process.alive();
    }

    /**
     * Returns the status with which it ended by itself.
     *
     * @throws IOException if it did not in this time; it is killed then
     */
    public int awaitEnd(Duration atMost) throws IOException, InterruptedException {
        return process.awaitEnd(atMost);
    }

    /** Asks it to stop, and kills it when it has not within 15 s. */
    public synchronized void stop() {
        process.close();
    }

    /** SIGTERM, which does not wait for what comes of it. */
    public synchronized void terminate() {
        process.process().destroy();
    }

    /** {@code kill -9}: it gets no chance to finish anything. */
    public synchronized void kill() {
        process.kill();
    }

    /** Starts it again with the same settings, after a stop if it is alive; returns when it is ready. */
    public synchronized void restart() throws IOException, InterruptedException {
        process.close();
        process = launch(settings);
    }

    @Override
    public void close() {
        stop();
    }
}
