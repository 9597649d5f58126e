package io.tongban.gateway.trust.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerKeySetTest {
    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final OctetKeyPair ED25519 = new OctetKeyPair.Builder(
                    Curve.Ed25519, new Base64URL("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"))
            .keyID("ed")
            .build();

    static ECKey p256(String kid) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    static Map<String, Object> set(JWK... keys) {
        return Map.of(
                "keys",
                Arrays.stream(keys).map(key -> (Object) key.toJSONObject()).toList());
    }

    private static void refused(Map<String, Object> jwks) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PartnerKeySet.parse(jwks, NOW));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.type()).isEqualTo(ProblemType.KEYS_INVALID);
        assertThat(refused.pointer()).contains("/jwks");
    }

    @Test
    void takesTheThreeKinds() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        assertThat(PartnerKeySet.parse(set(p256("ec").toPublicJWK(), ED25519, rsa.toPublicJWK()), NOW)
                        .size())
                .isEqualTo(3);
    }

    @Test
    void refusesAPrivateKeyWithoutRepeatingIt() throws Exception {
        ECKey key = p256("ec");
        refused(set(key));
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> PartnerKeySet.parse(set(key), NOW));
        assertThat(refused.detail().orElse("")).doesNotContain(key.getD().toString());
        assertThat(refused).hasNoCause();
    }

    @Test
    void refusesSymmetricWeakForeignAndEncryptionKeys() throws Exception {
        refused(set(new OctetSequenceKeyGenerator(256).keyID("oct").generate()));
        refused(set(new RSAKeyGenerator(1024, true).keyID("rsa").generate().toPublicJWK()));
        refused(set(new ECKeyGenerator(Curve.P_384).keyID("p384").generate().toPublicJWK()));
        refused(set(new ECKeyGenerator(Curve.P_256)
                .keyID("enc")
                .keyUse(KeyUse.ENCRYPTION)
                .generate()
                .toPublicJWK()));
    }

    @Test
    void refusesAPointBesideTheCurve() {
        refused(Map.of("keys", List.of(Map.of("kty", "EC", "crv", "P-256", "kid", "k", "x", "AAAA", "y", "AAAA"))));
    }

    @Test
    void refusesNoneTooManyNamelessAndDoubled() throws Exception {
        refused(Map.of());
        refused(Map.of("keys", "x"));
        refused(Map.of("keys", List.of()));
        refused(Map.of("keys", Collections.nCopies(11, ED25519.toJSONObject())));
        refused(set(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()));
        refused(set(p256("a b").toPublicJWK()));
        refused(set(p256("k").toPublicJWK(), p256("k").toPublicJWK()));
    }
}
