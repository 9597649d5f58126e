package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The repository's own client in another language, written from openapi.yaml and SIGNING.md alone: it knows no class of
 * ours, so that it cannot share our mistakes. Where Node is not installed there is nothing to run; .ci/run installs it.
 */
@ExtendWith(RunningSandbox.class)
class NodeClientTest {
    private static final Path EXAMPLE = Path.of("../openapi/examples/node");

    private final TestSandbox sandbox;

    @TempDir
    Path folder;

    NodeClientTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @EnabledIf("hasNode")
    void theNodeClientDoesTheMainJobAndMeetsEveryRefusal() throws Exception {
        for (String partner : new String[] {"fengsong-delivery", "kuaixing-ride", "xingyun-live", "yuntu-freight"}) {
            Files.writeString(
                    folder.resolve(partner + ".jwk.json"),
                    sandbox.stack().partnerKey(partner).toJSONString());
        }
        ProcessBuilder node =
                new ProcessBuilder("node", EXAMPLE.resolve("main.mjs").toString());
        node.environment().put("TONGBAN_BASE_URL", sandbox.stack().gateway().toString());
        node.environment()
                .put(
                        "TONGBAN_ISSUER",
                        sandbox.stack().keycloak().issuer("tongban").toString());
        node.environment().put("TONGBAN_PARTNERS", folder.toString());

        assertThat(output(node, 300)).contains(" passed, 0 failed").doesNotContain("\u2717");
    }

    private String output(ProcessBuilder command, long seconds) throws IOException, InterruptedException {
        File output = folder.resolve("output").toFile();
        Process process =
                command.redirectErrorStream(true).redirectOutput(output).start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(output.toPath());
    }

    static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
