package io.tongban.gateway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a JVM of its own, which ends. */
class OutOfMemoryTest {
    /** Runs out of memory in the way that its argument names, and lives on for a minute if nobody ends it. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            OutOfMemory.endsTheProcess();
            Thread thread = new Thread(() -> {
                if (args[0].equals("uncaught")) {
                    fill();
                }
                try {
                    fill();
                } catch (OutOfMemoryError caught) {
                    Logger.getLogger("any").log(Level.SEVERE, "caught", new IllegalStateException(caught));
                }
            });
            thread.start();
            TimeUnit.MINUTES.sleep(1);
        }

        private static void fill() {
            List<byte[]> all = new java.util.ArrayList<>();
            while (true) {
                all.add(new byte[1024 * 1024]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncaught", "logged"})
    void endsTheProcess(String way) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-Xmx24m", "-cp", System.getProperty("java.class.path"), Program.class.getName(), way)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
        } finally {
            process.destroyForcibly();
        }
    }
}
