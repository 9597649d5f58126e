package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import org.junit.jupiter.api.Test;

class EllipticCurveKeyTest {

    @Test
    void aPointOffTheCurveNeverBecomesAKey() {
        String offCurve = TestKeys.jwk("partner-p256")
                .toPublicJWK()
                .toJSONString()
                .replace("qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA", "rIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA");

        assertThatThrownBy(() -> Verifier.of(JWK.parse(offCurve))).hasMessageContaining("not on the P-256 curve");
    }
}
