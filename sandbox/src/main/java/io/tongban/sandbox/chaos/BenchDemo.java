package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.Demo;
import io.tongban.sandbox.launcher.SandboxStack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code mvn -Pbench}: what a read and a withholding cost, in place of the demo. */
public final class BenchDemo implements Demo {
    @Override
    public Map<String, String> gatewayProperties() {
        return Map.of("tongban.limits.requests-per-minute", "6000000");
    }

    @Override
    public int run(SandboxStack stack, PrintStream out) throws Exception {
        out.println();
        out.println("Bench: " + Runtime.getRuntime().availableProcessors() + " × " + processor() + ", Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version"));
        new Bench(stack, out, Integer.getInteger("bench.rounds", 5)).run();
        return 0;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
