package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"HTTP_1_1_CLEAR, 1.1", "HTTP_1_1_TLS, 1.1", "HTTP_2_TLS, 2"})
    @EnabledIf("hasNode")
    void theNodeClientDoesTheMainJobAndMeetsEveryRefusal(Transport transport, String version) throws Exception {
        ProcessBuilder node = client(transport, version);
        node.environment().put("TONGBAN_CA", authority().toString());

        assertThat(output(node, 300))
                .contains("over HTTP/" + version, " passed, 0 failed")
                .doesNotContain("\u2717");
    }

    /** Who is not told of the sandbox's authority speaks to nobody, over neither version. */
    @ParameterizedTest
    @CsvSource({"HTTP_1_1_TLS, 1.1", "HTTP_2_TLS, 2"})
    @EnabledIf("hasNode")
    void theNodeClientTrustsNoStranger(Transport transport, String version) throws Exception {
        assertThat(output(client(transport, version), 120))
                .containsAnyOf("self-signed certificate", "unable to verify", "unable to get local issuer")
                .contains("over HTTP/none")
                .doesNotContain("\u2713 fengsong-delivery is refused");
    }

    private ProcessBuilder client(Transport transport, String version) throws IOException {
        for (String partner : new String[] {"fengsong-delivery", "kuaixing-ride", "xingyun-live", "yuntu-freight"}) {
            Files.writeString(
                    folder.resolve(partner + ".jwk.json"),
                    sandbox.stack().partnerKey(partner).toJSONString());
        }
        ProcessBuilder node =
                new ProcessBuilder("node", EXAMPLE.resolve("main.mjs").toString());
        Map<String, String> environment = node.environment();
        environment.remove("NODE_EXTRA_CA_CERTS");
        environment.put("TONGBAN_BASE_URL", transport.gateway(sandbox.stack()).toString());
        environment.put("TONGBAN_HTTP", version);
        environment.put(
                "TONGBAN_ISSUER", sandbox.stack().keycloak().issuer("tongban").toString());
        environment.put("TONGBAN_PARTNERS", folder.toString());
        return node;
    }

    private Path authority() throws IOException {
        return Files.writeString(
                folder.resolve("ca.pem"), sandbox.stack().authority().pem());
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
