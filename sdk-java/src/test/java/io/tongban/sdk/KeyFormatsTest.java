package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.farside.Certificates;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.key.PartnerKey;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormatsTest {
    private static final ECKey KEY = Keys.p256("k");
    private static final ECKey OTHER = Keys.p256("k");

    @TempDir
    Path folder;

    /** The far side knows the public JWK; the client gets the private key in the format under test. */
    private static void callsWith(PartnerKey key, JWK known) {
        try (Scene scene = new Scene()) {
            scene.gateway().answer(Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED)));
            Tongban tongban = scene.build(scene.builder().clientId("c").privateKey(key));
            scene.farSide().tokens().register("c", known);

            assertThat(tongban.withholdings().withhold(Samples.order("r-1")).id())
                    .isEqualTo("wh_r-1");
            assertThat(scene.gateway().faults()).isEmpty();
        }
    }

    static Stream<Arguments> pems() throws Exception {
        ECKey ec = Keys.p256("k");
        RSAKey rsa = Keys.rsa("k", 2048);
        JWK ed = Keys.ed25519("k");
        return Stream.of(
                Arguments.of(Keys.pem(ec.toPrivateKey().getEncoded()), ec),
                Arguments.of(Keys.pem(rsa.toPrivateKey().getEncoded()), rsa),
                Arguments.of(Keys.ed25519Pem(ed.toOctetKeyPair()), ed));
    }

    @ParameterizedTest
    @MethodSource("pems")
    void readsPkcs8Pem(String pem, JWK known) {
        callsWith(PartnerKey.ofPem("k", pem), known);
        callsWith(PartnerKey.ofPem("k", "Bag Attributes\r\n" + pem.replace("\n", "\r\n")), known);
    }

    @Test
    void readsPkcs12() throws Exception {
        Path store = Certificates.pkcs12(folder, "k", "-keyalg", "EC", "-groupname", "secp256r1");
        KeyStore entries = KeyStore.getInstance(store.toFile(), Certificates.PASSWORD);
        ECPublicKey certified = (ECPublicKey) entries.getCertificate("k").getPublicKey();
        JWK known = new ECKey.Builder(Curve.P_256, certified).keyID("k").build();

        callsWith(PartnerKey.ofPkcs12(Files.newInputStream(store), Certificates.PASSWORD, "k", "k"), known);

        byte[] octets = Files.readAllBytes(store);
        assertThatThrownBy(() ->
                        PartnerKey.ofPkcs12(new ByteArrayInputStream(octets), "wrong-one".toCharArray(), "k", "k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("wrong-one")
                .hasNoCause();
        assertThatThrownBy(() ->
                        PartnerKey.ofPkcs12(new ByteArrayInputStream(octets), Certificates.PASSWORD, "other", "k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alias");
        assertThatThrownBy(() ->
                        Tongban.builder().privateKeyPkcs12(folder.resolve("none.p12"), Certificates.PASSWORD, "k"))
                .isInstanceOf(UncheckedIOException.class);
    }

    static Stream<String> unusableJwks() {
        return Stream.of(
                "",
                "{}",
                "not json " + KEY.getD(),
                KEY.toPublicJWK().toJSONString(),
                new ECKey.Builder(KEY).keyID(null).build().toJSONString(),
                new ECKey.Builder(KEY).keyUse(KeyUse.ENCRYPTION).build().toJSONString(),
                new ECKey.Builder(KEY).d(OTHER.getD()).build().toJSONString(),
                "{\"kty\":\"oct\",\"kid\":\"k\",\"k\":\"" + KEY.getD() + "\"}");
    }

    @ParameterizedTest
    @MethodSource("unusableJwks")
    void refusesAJwkThatCannotSignAndRepeatsNothingSecretOfIt(String json) {
        assertThatThrownBy(() -> PartnerKey.ofJwk(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .satisfies(KeyFormatsTest::assertSilent);
    }

    /** As a log would show it: message, causes, suppressed ones and all. */
    private static void assertSilent(Throwable refused) {
        StringWriter log = new StringWriter();
        refused.printStackTrace(new PrintWriter(log));
        for (ECKey key : List.of(KEY, OTHER)) {
            assertThat(log.toString()).doesNotContain(key.getD().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MIGHAgEAMBMGByqGSM49",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void refusesAPemWithoutAUsableKey(String pem) {
        assertThatThrownBy(() -> PartnerKey.ofPem("k", pem)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "ENCRYPTED"})
    void saysHowToConvertAnotherPem(String kind) {
        String pem = "-----BEGIN " + kind + " PRIVATE KEY-----\nAAAA\n-----END " + kind + " PRIVATE KEY-----";

        assertThatThrownBy(() -> PartnerKey.ofPem("k", pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC:secp384r1", "RSA:1024", "Ed448:"})
    void refusesKeysThatTheProfileDoesNotHave(String kind) {
        PrivateKey key = Keys.ofKind(kind);

        assertThatThrownBy(() -> PartnerKey.ofPem("k", Keys.pem(key.getEncoded())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "k\nInjected: x", "钥匙"})
    void refusesAKeyIdThatCannotStandInASignature(String keyId) throws Exception {
        String pem = Keys.pem(Keys.p256("k").toPrivateKey().getEncoded());

        assertThatThrownBy(() -> PartnerKey.ofPem(keyId, pem)).isInstanceOf(IllegalArgumentException.class);
    }
}
