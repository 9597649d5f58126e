package io.tongban.sandbox.load;

import io.tongban.sandbox.launcher.SandboxStack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Measures a signed reader before, during and after a flood of one shape. */
public final class FloodRun {
    private static final Duration BEFORE = Duration.ofSeconds(20);
    private static final Duration DURING = Duration.ofSeconds(20);
    private static final Duration AFTER = Duration.ofSeconds(2);
    /** After so many reads the compilers have little left to do with them. */
    private static final int WARMING_READS = 10_000;
    /** Not those who are measured: a partner has a rate of its own. */
    private static final List<String> WARMING = List.of("yuntu-freight", "nanling-bank");

    private static final int MOST_AFTER = 10;
    private static final double AS_BEFORE = 2;
    private static final Duration METRICS_AT_MOST = Duration.ofSeconds(20);
    private static final long MEBIBYTE = 1024 * 1024;

    private final SandboxStack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int count;

    public FloodRun(SandboxStack stack, int count) {
        this.stack = stack;
        this.count = count;
    }

    /** So that the work of the compilers is not measured: a gateway that is flooded has served before. */
    public void warm() throws Exception {
        for (String partner : WARMING) {
            SignedReader reader = SignedReader.of(stack, partner);
            for (int read = 0; read < WARMING_READS / WARMING.size(); read++) {
                reader.read();
            }
        }
    }

    /** With tokens of its own: all shapes together take longer than a token is good for. */
    public FloodRow run(Shape shape) throws Exception {
        SignedReader reader = SignedReader.of(stack, "fengsong-delivery");
        String token = SignedReader.token(stack, "kuaixing-ride");
        return run(shape.toString(), reader, () -> FloodProcess.start(stack, token, shape, count));
    }

    private FloodRow run(String name, SignedReader reader, Supplier<Flooding> start)
            throws IOException, InterruptedException {
        long log = logged();
        Reads before = Reads.during(reader, BEFORE);
        Reads during;
        int opened;
        int most;
        long heap;
        try (Flooding flood = start.get()) {
            during = Reads.during(reader, DURING);
            opened = flood.opened();
            most = flood.most();
            heap = heapMebibytes();
        }
        int tries = 1;
        Reads after = Reads.during(reader, AFTER);
        while (!isBack(before, after) && tries < MOST_AFTER) {
            after = Reads.during(reader, AFTER);
            tries++;
        }
        return new FloodRow(
                name,
                opened,
                most,
                before,
                during,
                after,
                isBack(before, after) ? tries * (int) AFTER.toSeconds() : -1,
                logged() - log,
                heap,
                residentMebibytes(),
                stack.gatewayProcess().alive());
    }

    private static boolean isBack(Reads before, Reads after) {
        return after.failed() == 0 && after.millis(0.9) <= AS_BEFORE * before.millis(0.9);
    }

    /** As the gateway's own metrics tell. */
    private long heapMebibytes() throws IOException, InterruptedException {
        HttpRequest metrics = HttpRequest.newBuilder(
                        stack.gatewayProcess().management().resolve("/q/metrics"))
                .timeout(METRICS_AT_MOST)
                .build();
        return http.send(metrics, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))) / MEBIBYTE)
                .sum();
    }

    private long logged() throws IOException {
        return Files.size(stack.gatewayProcess().log());
    }

    /** Of the gateway's process, as Linux tells; 0 elsewhere. */
    private long residentMebibytes() throws IOException {
        Path status = Path.of("/proc/" + stack.gatewayProcess().pid() + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(status);
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
