package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @ParameterizedTest
    @CsvSource({
        "partner-ed25519, ed25519, 64",
        "partner-p256, ecdsa-p256-sha256, 64",
        "partner-rsa, rsa-pss-sha512, 256"
    })
    void signsWithTheAlgorithmOfTheKey(String keyid, String algorithm, int octets) {
        JWK key = TestKeys.jwk(keyid);
        byte[] signature = Signer.of(key).sign(new byte[] {1, 2, 3});

        assertThat(Signer.of(key).keyId()).isEqualTo(keyid);
        assertThat(SignatureAlgorithm.of(key).wireName()).isEqualTo(algorithm);
        assertThat(SignatureAlgorithm.fromName(algorithm))
                .contains(Signer.of(key).algorithm());
        assertThat(signature).hasSize(octets);
        assertThat(Verifier.of(key.toPublicJWK()).verify(new byte[] {1, 2, 3}, signature))
                .isTrue();
        assertThat(Verifier.of(key.toPublicJWK()).verify(new byte[] {1, 2, 4}, signature))
                .isFalse();
    }

    @Test
    void refusesOtherCurvesAndKinds() throws Exception {
        assertRefused(new ECKeyGenerator(Curve.P_384).generate(), "P-256, Ed25519 or RSA");
        assertRefused(new OctetSequenceKey.Builder(new byte[32]).build(), "P-256, Ed25519 or RSA");
        assertRefused(point(Curve.X25519, new byte[32]), "P-256, Ed25519 or RSA");
    }

    @ParameterizedTest
    @CsvSource({"1024, 65537, 2048 to 8192 bits", "2048, 3, at least 65537"})
    void refusesWeakRsaKeys(int bits, int exponent, String why) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));

        assertRefused(
                new RSAKey.Builder((RSAPublicKey) generator.generateKeyPair().getPublic()).build(), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void refusesEd25519PointsOfSmallOrder(String hex) {
        assertRefused(point(Curve.Ed25519, HexFormat.of().parseHex(hex)), "small order");
    }

    /** A point of order 2, 4 or 8 added to a right key, {@code ed25519} of public-keys.json. */
    @ParameterizedTest
    @CsvSource({
        "2, x0v0cGwADCdo7tCBQ6fU3NJCja6C99AXwwTPIjG8LkQ",
        "4, AZcYPu6e4_mEPslQEexPBYudRa4XUZLwnMX2SfSoo4M",
        "8, o2W3ltfc_-hjQW-BZrkupqRBCEtIqDH3n0QCgLDaOdU"
    })
    void refusesEd25519PointsOfMixedOrder(int order, String x) {
        assertRefused(point(Curve.Ed25519, Base64URL.from(x).decode()), "mixed order");
    }

    @Test
    void takesEveryEd25519KeyThatAGeneratorMakes() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        for (int i = 0; i < 50; i++) {
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            byte[] octets = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            assertThat(Verifier.of(point(Curve.Ed25519, octets))).isNotNull();
        }
    }

    @Test
    void refusesEd25519OctetsThatAreNoPoint() {
        byte[] two = new byte[32];
        two[0] = 2;
        byte[] beyondTheField = new byte[32];
        Arrays.fill(beyondTheField, (byte) 0xff);

        assertRefused(point(Curve.Ed25519, two), "not a point of edwards25519");
        assertRefused(point(Curve.Ed25519, beyondTheField), "not a point of edwards25519");
        assertRefused(point(Curve.Ed25519, new byte[31]), "32 octets");
    }

    @Test
    void refusesAKeyForEncryption() throws Exception {
        JWK key = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.ENCRYPTION)
                .keyID("e")
                .generate();

        assertRefused(key, "encryption");
    }

    @Test
    void refusesToSignWithoutKidOrPrivatePart() throws Exception {
        JWK nameless = new ECKeyGenerator(Curve.P_256).generate();
        JWK publicOnly = TestKeys.jwk("partner-p256").toPublicJWK();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signer.of(nameless))
                .withMessageContaining("kid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signer.of(publicOnly))
                .withMessageContaining("private");
    }

    @Test
    void refusesToSignWithHalvesOfTwoKeys() {
        OctetKeyPair one = TestKeys.jwk("partner-ed25519").toOctetKeyPair();
        OctetKeyPair other = TestKeys.jwk("gateway-ed25519").toOctetKeyPair();
        OctetKeyPair mixed = new OctetKeyPair.Builder(Curve.Ed25519, one.getX())
                .d(other.getD())
                .keyID("mixed")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signer.of(mixed))
                .withMessageContaining("does not belong")
                .withMessageNotContaining(other.getD().toString());
    }

    private static OctetKeyPair point(Curve curve, byte[] octets) {
        return new OctetKeyPair.Builder(curve, Base64URL.encode(octets)).build();
    }

    private static void assertRefused(JWK key, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> Verifier.of(key)).withMessageContaining(why);
    }
}
