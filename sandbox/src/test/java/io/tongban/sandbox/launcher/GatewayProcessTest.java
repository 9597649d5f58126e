package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayProcessTest {
    private static final String SECRET = "not on a command line";

    @TempDir
    Path folder;

    @Test
    void tellsItsPropertiesAndKeepsItsSecretsOffTheCommandLine() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(settings(StandInGateway.class))) {
            assertThat(get(gateway, "/property")).isEqualTo("http://gateway.example");
            assertThat(get(gateway, "/secret")).isEqualTo(SECRET);
            ProcessHandle process = process(gateway);
            assertThat(process.info().commandLine().orElse("")).doesNotContain(SECRET);
        }
        assertThat(settings(StandInGateway.class).toString()).doesNotContain(SECRET);
    }

    @Test
    void comesBackOnTheSamePortAfterAKill() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(settings(StandInGateway.class))) {
            ProcessHandle before = process(gateway);

            gateway.kill();

            assertThat(gateway.alive()).isFalse();
            assertThat(before.isAlive()).isFalse();
            assertThatIOException().isThrownBy(() -> get(gateway, "/pid")).isInstanceOf(ConnectException.class);

            gateway.restart();

            assertThat(gateway.alive()).isTrue();
            assertThat(process(gateway)).isNotEqualTo(before);
        }
    }

    @Test
    void mapsAtALaterStartTheClassesThatTheFirstHadLoaded() throws Exception {
        GatewayProcess.Settings settings = settings(StandInGateway.class);
        try (GatewayProcess gateway = GatewayProcess.start(settings)) {
            assertThat(GatewayArchive.of(settings.jar()).file()).isRegularFile();

            gateway.restart();

            assertThat(process(gateway).info().arguments().orElseThrow())
                    .contains("-XX:SharedArchiveFile="
                            + GatewayArchive.of(settings.jar()).file());
        }
    }

    @Test
    void startsWithoutAnArchiveThatDoesNotFit() throws Exception {
        GatewayProcess.Settings settings = settings(StandInGateway.class);
        Files.writeString(GatewayArchive.of(settings.jar()).file(), "of another JVM");
        try (GatewayProcess gateway = GatewayProcess.start(settings)) {
            assertThat(gateway.alive()).isTrue();
        }
    }

    @Test
    void saysThatAGatewayEndedBeforeItWasReady() throws Exception {
        GatewayProcess.Settings settings = settings(StandInGateway.Broken.class);

        assertThatIOException()
                .isThrownBy(() -> GatewayProcess.start(settings))
                .withMessage("the gateway ended with status 3, see " + settings.log());
    }

    @Test
    void saysThatThereIsNoGateway() {
        GatewayProcess.Settings settings = new GatewayProcess.Settings(
                folder.resolve("none.jar"), new Ports(1, 2, 3), folder.resolve("log"), Map.of(), Map.of());

        assertThatIOException().isThrownBy(() -> GatewayProcess.start(settings)).withMessageContaining("none.jar");
    }

    private GatewayProcess.Settings settings(Class<?> main) throws Exception {
        return new GatewayProcess.Settings(
                StandInGateway.jar(folder, main),
                Ports.free(),
                folder.resolve("gateway.log"),
                Map.of("tongban.public-base-url", "http://gateway.example"),
                Map.of("tongban.province.44.password", SECRET));
    }

    private static ProcessHandle process(GatewayProcess gateway) throws IOException {
        return ProcessHandle.of(Long.parseLong(get(gateway, "/pid"))).orElseThrow();
    }

    private static String get(GatewayProcess gateway, String path) throws IOException {
        try (InputStream body = gateway.base().resolve(path).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
