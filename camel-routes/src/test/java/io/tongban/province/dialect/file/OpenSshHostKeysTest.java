package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.OpenSsh;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stock OpenSSH server, whose negotiation is its own, with a key of each kind: any may be the one that was told to us. */
class OpenSshHostKeysTest {
    private static final String FILE = "34-anhui.yaml";

    private final MemorySpool spool = new MemorySpool();

    @TempDir
    Path folder;

    private Path base;
    private OpenSsh server;

    @BeforeEach
    void start() throws Exception {
        base = Files.createDirectories(folder.resolve("exchange"));
        Files.createDirectories(base.resolve("in"));
        Files.createDirectories(base.resolve("out"));
        server = new OpenSsh(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void findsThePinnedKeyWhicheverKindItIs(String kind) throws Exception {
        try (ProvinceLink link = links(server.hostKey(kind)).open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();

            assertThat(sent()).as(server.log()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void findsTheNextKeyBesideOneThatItHasNotGot(String kind) throws Exception {
        Links links =
                links(server.fingerprint("stranger")).set("tongban.province.34.host-key-next", server.hostKey(kind));
        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();

            assertThat(sent()).as(server.log()).isEqualTo(2);
        }
    }

    @Test
    void goesOnWhenTheServerComesBackWithItsNextKey() throws Exception {
        Links links = links(server.hostKey("rsa")).set("tongban.province.34.host-key-next", server.nextHostKey());
        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
            assertThat(sent()).as(server.log()).isEqualTo(2);

            server.changesItsKeys();

            link.send(Samples.withhold(Samples.ANHUI, "W261123175200000002B"));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                spool.round();
                return sent() == 4;
            });
        }
    }

    @Test
    void tellsAServerOfOtherKeysNothing() throws Exception {
        try (ProvinceLink link = links(server.fingerprint("stranger")).open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();

            assertThat(sent()).isZero();
            // It writes of whoever hangs up in its own time.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(server.log())
                            .contains("Disconnected from", "[preauth]")
                            .doesNotContain("Accepted", OpenSsh.user()));
        }
    }

    private Links links(String hostKey) throws IOException {
        return new Links(Files.createDirectories(folder.resolve("profiles")))
                .edit(FILE, "connect: 2s", "connect: 20s")
                .edit(FILE, "password:", "# password:")
                .edit(FILE, "operator: TONGBAN", "operator: " + OpenSsh.user())
                .edit(FILE, "options:", "options:\n  client-key: " + server.key("client"))
                .set("tongban.province.34.endpoint", "sftp://127.0.0.1:" + server.port() + base)
                .set("tongban.province.34.host-key", hostKey)
                .set("tongban.province.34.cut-every", "20ms")
                .set("tongban.province.34.look-every", "20ms")
                .spool(spool);
    }

    /** Files that are there, each with its mark. */
    private long sent() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("in"))) {
            return files.count();
        }
    }
}
