package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.signature.OperatorSigner;
import io.tongban.signature.Signer;
import java.time.Clock;

/** One of a bank's people, with a key that the bank has registered. */
record Signatory(String number, ECKey key) {
    static Signatory of(TestSandbox sandbox, String clientId, String role, String point) throws JOSEException {
        int n = People.next();
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("op-" + n).generate();
        JsonNode registered = sandbox.accepted(
                sandbox.partner(clientId)
                        .post(
                                "/v1/operators",
                                "{\"staffNumber\":\"D%d\",\"role\":\"%s\",\"points\":[\"%s\"],\"publicKey\":%s}"
                                        .formatted(
                                                n,
                                                role,
                                                point,
                                                key.toPublicJWK().toJSONString())),
                201);
        assertThat(registered.get("keyId").asText()).isEqualTo("op-" + n);
        assertThat(registered.get("keyThumbprint").asText())
                .isEqualTo(key.computeThumbprint().toString());
        return new Signatory("D" + n, key);
    }

    OperatorSigner signer() {
        return new OperatorSigner(Signer.of(key), Clock.systemUTC());
    }

    String thumbprint() throws JOSEException {
        return key.computeThumbprint().toString();
    }
}
