package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sign-in by a key that ssh-keygen made, with a passphrase or without. */
class ClientKeyTest extends AnhuiFiles {
    private static final String PROFILE = "34-anhui.yaml";

    private Links links;

    @BeforeEach
    void word() {
        links = links().edit(PROFILE, "password:", "# password:")
                .set("tongban.province.34.client-key", folder.resolve("key").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t ed25519", "-t rsa -b 2048", "-t rsa -b 2048 -m PEM", "-t ecdsa -m PKCS8"})
    void signsInByAKeyWithAPassphrase(String kind) throws Exception {
        key("open sesame", kind.split(" "));
        with("open sesame");

        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.uploaded();

            assertThat(province.sent()).hasSize(2);
            assertThat(province.signIns.get()).isPositive();
        }
    }

    @Test
    void signsInByTheNextKeyWhereTodaysIsNotLetIn() throws Exception {
        key("", "-t", "ed25519");
        Path next = Files.move(folder.resolve("key"), folder.resolve("next"));
        PublicKey letIn = province.letIn;
        Files.delete(folder.resolve("key.pub"));
        key("", "-t", "ed25519");
        province.letIn = letIn;
        withoutPassphrase();
        links.edit(PROFILE, "  client-key:", "  client-key-next: " + next + "\n  client-key:");

        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.uploaded();

            assertThat(province.signIns.get()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t ed25519", "-t rsa -b 2048 -m PEM", "-t ecdsa -m PKCS8"})
    void saysThatAPassphraseIsAnothers(String kind) throws Exception {
        key("open sesame", kind.split(" "));
        with("open barley");

        assertThatThrownBy(links::open)
                .hasStackTraceContaining("options.client-key-passphrase is not that of options.client-key")
                .hasMessageNotContaining("barley");
    }

    @Test
    void saysThatAPassphraseIsMissing() throws Exception {
        key("open sesame", "-t", "ed25519");
        withoutPassphrase();

        assertThatThrownBy(links::open)
                .hasStackTraceContaining("options.client-key has a passphrase; add options.client-key-passphrase");
    }

    @Test
    void saysThatAPassphraseHasNoEffect() throws Exception {
        key("", "-t", "ed25519");
        with("open sesame");

        assertThatThrownBy(links::open).hasStackTraceContaining("options.client-key-passphrase has no effect");
    }

    private void with(String passphrase) {
        withoutPassphrase();
        links.edit(
                        PROFILE,
                        "  client-key:",
                        "  client-key-passphrase: ${tongban.province.34.client-key-passphrase}\n  client-key:")
                .set("tongban.province.34.client-key-passphrase", passphrase);
    }

    private void withoutPassphrase() {
        links.edit(PROFILE, "options:", "options:\n  client-key: ${tongban.province.34.client-key}");
    }

    private void key(String passphrase, String... kind)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path key = folder.resolve("key");
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", passphrase, "-f", key.toString()));
        command.addAll(List.of(kind));
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keygen.log").toFile())
                .start();
        assertThat(made.waitFor())
                .as(Files.readString(folder.resolve("keygen.log")))
                .isZero();
        String line = Files.readString(folder.resolve("key.pub"));
        province.letIn = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null, null);
    }
}
