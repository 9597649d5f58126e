package io.tongban.sandbox.launcher;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A stock Spring Cloud Gateway with the same checks of a request, in a JVM of its own, to be measured beside ours. */
public final class SpringCloudGateway implements AutoCloseable {
    private static final Duration READY_AT_MOST = Duration.ofSeconds(60);
    private static final String MAIN_CLASS = "io.tongban.bench.SignedRoute";

    private final URI base;
    private final ChildProcess process;

    private SpringCloudGateway(URI base, ChildProcess process) {
        this.base = base;
        this.process = process;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param stack whose realm's tokens it takes
     * @param client whose key it knows
     * @param upstream where it forwards to
     * @throws IOException if it was not built, ends, or is not ready within 60 s
     */
    public static SpringCloudGateway start(SandboxStack stack, String client, URI upstream)
            throws IOException, InterruptedException {
        Path built = Layout.ofThisCheckout()
                .target()
                .resolve("../spring-cloud-gateway/target")
                .normalize();
        Path keys = stack.folder().resolve("spring-cloud-gateway-keys.json");
        Files.writeString(keys, new JWKSet(stack.partnerKey(client).toPublicJWK()).toString());
        URI base = URI.create("http://127.0.0.1:" + FreePort.any());
        String classes = built.resolve("classes")
                + File.pathSeparator
                + Files.readString(built.resolve("class-path")).strip();
        Java command = Java.command("-Xmx1g", "-XX:+UseSerialGC")
                .with("-classpath", classes, MAIN_CLASS)
                .with(List.of(
                        "--server.address=127.0.0.1",
                        "--server.port=" + base.getPort(),
                        "--bench.upstream=" + upstream,
                        "--bench.partner-keys=" + keys,
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                + stack.keycloak().issuer("tongban") + "/protocol/openid-connect/certs"));
        ChildProcess process = ChildProcess.start(
                "Spring Cloud Gateway", command, Map.of(), stack.folder().resolve("spring-cloud-gateway.log"));
        try {
            process.awaitReady(base.resolve("/ready"), READY_AT_MOST);
            return new SpringCloudGateway(base, process);
        } catch (IOException | InterruptedException notReady) {
            process.close();
            throw notReady;
        }
    }

    /** Without a slash at the end. */
    public URI base() {
        return base;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
