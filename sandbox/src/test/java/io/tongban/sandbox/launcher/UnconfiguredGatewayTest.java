package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway, started by someone who has forgotten to configure it. */
class UnconfiguredGatewayTest {
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path folder;

    @Test
    void saysAllThatLacksAtOnceAndStartsNoDatabase() throws Exception {
        String said = refusal(Map.of());

        assertThat(said)
                .contains(
                        "The gateway does not start",
                        "quarkus.datasource.jdbc.url:",
                        "quarkus.datasource.username:",
                        "tongban.pii.active-key:",
                        "tongban.pii.lookup-key:",
                        "tongban.public-base-url:",
                        "quarkus.oidc.auth-server-url:",
                        "quarkus.oidc.credentials.secret:")
                .doesNotContain("embedded PostgreSQL");
    }

    @Test
    void refusesPlainHttpBeyondLoopbackAndKeysThatAreNone() throws Exception {
        String said = refusal(Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/tongban",
                "quarkus.datasource.username", "tongban",
                "tongban.pii.active-key", "k1",
                "tongban.pii.keys.k1", "c2hvcnQ=",
                "tongban.pii.lookup-key", KEY,
                "tongban.public-base-url", "http://api.example",
                "quarkus.oidc.auth-server-url", "http://realm.example/realms/tongban",
                "quarkus.oidc.credentials.secret", "s3cret-of-the-client"));

        assertThat(said)
                .contains("tongban.pii.keys.k1:", "tongban.public-base-url:", "quarkus.oidc.auth-server-url:")
                .doesNotContain("jdbc.url:", "lookup-key:", "credentials.secret:", "c2hvcnQ=", "s3cret-of-the-client");
    }

    @Test
    void asksForTheRestWhereAThrowAwayDatabaseIsAskedFor() throws Exception {
        String said = refusal(Map.of("tongban.embedded.database", "true"));

        assertThat(said)
                .contains("tongban.public-base-url:", "quarkus.oidc.auth-server-url:")
                .doesNotContain("jdbc.url:", "tongban.pii.", "embedded PostgreSQL");
    }

    private String refusal(Map<String, String> properties) throws IOException, InterruptedException {
        Path log = folder.resolve("gateway.log");
        Java command = Java.command("-XX:TieredStopAtLevel=1")
                .with(properties.entrySet().stream()
                        .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                        .toList())
                .with("-jar", Layout.ofThisCheckout().gatewayJar().toString());
        try (ChildProcess gateway = ChildProcess.start("the gateway", command, Map.of(), log)) {
            assertThat(gateway.awaitEnd(AT_MOST)).isEqualTo(78);
        }
        return Files.readString(log);
    }
}
