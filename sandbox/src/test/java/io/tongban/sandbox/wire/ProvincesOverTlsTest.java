package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.launcher.TlsFront;
import io.tongban.sandbox.wire.People.Insured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packaged gateway calls a province over TLS once its profile says so: the operator's takes the place of the one that
 * ships, and goes again. SFTP has its host keys instead.
 */
@ExtendWith(RunningSandbox.class)
class ProvincesOverTlsTest {
    private static final Path SHIPPED = Path.of("../camel-routes/src/main/resources/provinces");

    private final TestSandbox sandbox;
    private final Insuring insuring;

    @TempDir
    Path folder;

    ProvincesOverTlsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @ParameterizedTest(name = "{0}, province {1}")
    @CsvSource({
        "soap,  44, 44-guangdong, https",
        "tcp,   51, 51-sichuan,   tls",
        "rest,  33, 33-zhejiang,  https",
        "queue, 41, 41-henan,     tls"
    })
    void aProvinceIsCalledOverTls(String dialect, String code, String file, String scheme) throws Exception {
        URI clear = URI.create(sandbox.province(code).endpoint());
        try (TlsFront front = new TlsFront(sandbox.stack().authority(), clear.getPort());
                Installed profile = new Installed(code, file, over(scheme, clear, front), trust())) {
            withholds(code);

            assertThat(front.passed()).as(dialect).isPositive();
        }
    }

    /** PostgreSQL's own TLS, with the certificate of the sandbox's authority. */
    @Test
    void anExchangeDatabaseIsCalledOverTls() throws Exception {
        URI clear = URI.create(sandbox.province("43").endpoint());
        String ca = trust().toString();
        sandbox.stack().postgres().serveTls(sandbox.stack().authority().issue());
        try (Installed profile =
                new Installed("43", "43-hunan", clear + "?sslmode=verify-full&sslrootcert=" + ca, null)) {
            withholds("43");

            assertThat(sandbox.count("select count(*) from pg_stat_ssl join pg_stat_activity using (pid)"
                            + " where ssl and version like 'TLSv1.%' and datname = '"
                            + clear.getPath().substring(1) + "'"))
                    .isPositive();
        } finally {
            sandbox.stack().postgres().serveClearText();
        }
    }

    private void withholds(String code) {
        Insured insured = insuring.insured(sandbox.delivery(), code);
        JsonNode accepted = sandbox.accepted(
                sandbox.delivery().post("/v1/withholdings", People.order(insured, "2026-10", Insuring.AMOUNT_FEN)),
                202);

        JsonNode settled =
                insuring.settled(sandbox.delivery(), accepted.get("id").asText());

        assertThat(settled.get("state").asText()).as("%s", settled).isEqualTo("CONFIRMED");
    }

    private static String over(String scheme, URI clear, TlsFront front) {
        return scheme + "://127.0.0.1:" + front.port() + clear.getPath();
    }

    private Path trust() throws IOException {
        return Files.writeString(
                folder.resolve("ca.pem"), sandbox.stack().authority().pem());
    }

    /** In the place of a shipped profile while this is open. */
    private final class Installed implements AutoCloseable {
        private final String code;
        private final Path file;
        private final String before;

        Installed(String code, String shipped, String endpoint, Path trust) throws IOException {
            this.code = code;
            before = name();
            String text = Files.readString(SHIPPED.resolve(shipped + ".yaml"))
                    .replace("${tongban.province." + code + ".endpoint}", "\"" + endpoint + "\"")
                    .replace("en: " + before, "en: \"" + before + " over TLS\"");
            if (trust != null) {
                String named = "options:\n  trust: " + trust + "\n";
                text = text.contains("\noptions:\n") ? text.replace("options:\n", named) : text + "\n" + named;
            }
            file = sandbox.profiles().resolve(shipped + ".yaml");
            Path draft = Files.writeString(file.resolveSibling(shipped + ".draft"), text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            await(before + " over TLS");
        }

        private String name() {
            return sandbox.wire()
                    .send(sandbox.delivery().get("/v1/provinces/" + code))
                    .text("nameEn");
        }

        private void await(String name) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::name, name::equals);
        }

        @Override
        public void close() throws IOException {
            Files.delete(file);
            await(before);
        }
    }
}
