package io.tongban.sandbox.load;

import io.tongban.sandbox.launcher.SandboxStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Measures a signed reader before, during and after a flood of one shape. */
public final class FloodRun {
    private static final Duration BEFORE = Duration.ofSeconds(8);
    private static final Duration DURING = Duration.ofSeconds(20);
    private static final Duration AFTER = Duration.ofSeconds(2);
    private static final int MOST_AFTER = 10;
    private static final double AS_BEFORE = 2;

    private final SandboxStack stack;
    private final SignedReader reader;
    private final Target target;
    private final int count;

    public FloodRun(SandboxStack stack, int count) throws Exception {
        this.stack = stack;
        this.reader = SignedReader.of(stack, "fengsong-delivery");
        this.target = new Target(stack.gateway(), SignedReader.token(stack, "kuaixing-ride"));
        this.count = count;
    }

    public FloodRow run(Shape shape) throws IOException, InterruptedException {
        return run(shape.toString(), () -> Flood.start(shape, target, count));
    }

    private FloodRow run(String name, Supplier<Flooding> start) throws IOException, InterruptedException {
        long log = logged();
        Reads before = Reads.during(reader, BEFORE);
        Reads during;
        int opened;
        int most;
        try (Flooding flood = start.get()) {
            during = Reads.during(reader, DURING);
            opened = flood.opened();
            most = flood.most();
        }
        int back = secondsUntilBack(before);
        return new FloodRow(
                name,
                opened,
                most,
                before,
                during,
                back,
                logged() - log,
                residentMebibytes(),
                stack.gatewayProcess().alive());
    }

    /** Until a stretch of reads is as quick as before; -1 if it is not within twenty seconds. */
    private int secondsUntilBack(Reads before) throws InterruptedException {
        for (int tries = 1; tries <= MOST_AFTER; tries++) {
            Reads after = Reads.during(reader, AFTER);
            if (after.failed() == 0 && after.millis(0.9) <= AS_BEFORE * before.millis(0.9)) {
                return tries * (int) AFTER.toSeconds();
            }
        }
        return -1;
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
