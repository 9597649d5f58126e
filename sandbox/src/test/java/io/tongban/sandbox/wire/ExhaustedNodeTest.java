package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.launcher.GatewayProcess;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged node that runs out of memory ends, so that whoever watches it starts another. */
@ExtendWith(RunningSandbox.class)
class ExhaustedNodeTest {
    private static final long GIBIBYTE = 1L << 30;
    /** As the JVM's option and {@code OutOfMemory} say it. */
    private static final int STATUS = 3;

    private final TestSandbox sandbox;

    @TempDir
    private Path folder;

    ExhaustedNodeTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * By a certificate that it reads anew, all of it at once. One GiB is more than its heap: the JVM's own option ends it.
     * Three are more than any array: the error is thrown by the library and no matter of the JVM, and a scheduler catches
     * it.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void endsByItself(long gibibytes) throws Exception {
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        Files.copy(sandbox.stack().certificate().certificate(), certificate);
        Files.copy(sandbox.stack().certificate().key(), key);
        Map<String, String> properties =
                Map.of("tongban.tls.certificate", certificate.toString(), "tongban.tls.key", key.toString());
        try (GatewayProcess node = sandbox.stack().startNode("exhausted", properties)) {
            assertThat(node.alive()).isTrue();
            try (RandomAccessFile file = new RandomAccessFile(certificate.toFile(), "rw")) {
                // A hole, which takes no room on the disk.
                file.setLength(gibibytes * GIBIBYTE);
            }

            assertThat(node.awaitEnd(Duration.ofMinutes(1))).isEqualTo(STATUS);
        }
    }
}
