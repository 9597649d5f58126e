package io.tongban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.sdk.key.PartnerKey;
import io.tongban.signature.PublicJwk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {
    @TempDir
    Path folder;

    private Path file;
    private Commands commands;

    @BeforeEach
    void commands() {
        file = folder.resolve("key.jwk.json");
        commands = new Commands(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p256", "ed25519", "rsa"})
    void makesAKeyThatTheGatewayTakesAndKeepsThePrivatePartInTheFile(String type) throws Exception {
        int exit = commands.run("keys", "new", "--type", type, "--key-id", "k-1", "--out", file.toString());

        assertThat(exit).as(commands.err()).isZero();
        JWK written = JWK.parse(Files.readString(file));
        assertThat(PartnerKey.ofJwk(Files.readString(file)).messageSigner().keyId())
                .isEqualTo("k-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        JWK shown = JWKSet.parse(commands.out()).getKeys().get(0);
        assertThat(shown.isPrivate()).isFalse();
        assertThat(shown).isEqualTo(written.toPublicJWK());
        assertThat(PublicJwk.parse(shown.toJSONObject())).isNotNull();
        PublicJwk.requireBare(shown.toJSONObject());
        String secret = String.valueOf(written.toJSONObject().get("d"));
        assertThat(commands.out() + commands.err()).doesNotContain(secret);

        assertThat(commands.run("keys", "show", file.toString())).isZero();
        assertThat(JWKSet.parse(commands.out()).getKeys()).containsExactly(shown);
        assertThat(commands.out() + commands.err()).doesNotContain(secret);
    }

    @Test
    void losesNoKeyThatIsThere() throws Exception {
        Files.writeString(file, "precious");

        int exit = commands.run("keys", "new", "--key-id", "k-1", "--out", file.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(commands.err()).contains("stays as it is");
        assertThat(Files.readString(file)).isEqualTo("precious");
    }

    @Test
    void saysNothingOfAFileThatIsNoKey() throws Exception {
        Files.writeString(file, "{\"kty\":\"EC\",\"d\":\"my-secret-number\"}");

        assertThat(commands.run("keys", "show", file.toString())).isEqualTo(2);
        assertThat(commands.out() + commands.err()).contains("Not a JWK").doesNotContain("my-secret-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "schlüssel", "", "a\"b"})
    void refusesAnIdThatNobodyCouldRegister(String id) {
        assertThat(commands.run("keys", "new", "--key-id", id, "--out", file.toString()))
                .isEqualTo(2);
        assertThat(file).doesNotExist();
    }
}
