package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Access tokens that nobody of the realm signed, each with the claims of one that would be let in. */
@OverEachTransport
class ForgedTokensTest {
    private final TestSandbox sandbox;

    ForgedTokensTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void refusesATokenThatClaimsToNeedNoSignature() {
        assertInvalid(encoded("{\"alg\":\"none\"}") + "." + claims() + ".");
        assertInvalid(encoded("{\"alg\":\"none\",\"kid\":\"" + realmKey().getKeyID() + "\"}") + "." + claims() + ".");
        assertInvalid(encoded("{\"alg\":\"NONE\"}") + "." + claims() + ".AA");
    }

    @Test
    void refusesTheRealmsPublicKeyUsedAsASharedSecret() throws Exception {
        byte[] encoded = realmKey().toECPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";

        assertInvalid(signed(header(JWSAlgorithm.HS256).build(), new MACSigner(encoded)));
        assertInvalid(signed(header(JWSAlgorithm.HS256).build(), new MACSigner(pem.getBytes(UTF_8))));
        assertInvalid(signed(
                header(JWSAlgorithm.HS256).build(), new MACSigner(realmKey().toJSONString())));
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws Exception {
        ECKey own = new ECKeyGenerator(Curve.P_256).keyID("own").generate();

        assertInvalid(signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(own.toPublicJWK()).build(), new ECDSASigner(own)));
        assertInvalid(signed(header(JWSAlgorithm.ES256).jwk(own.toPublicJWK()).build(), new ECDSASigner(own)));
        assertInvalid(signed(
                header(JWSAlgorithm.ES256)
                        .jwkURL(URI.create(sandbox.gateway() + "/.well-known/partners/fengsong-delivery/jwks.json"))
                        .build(),
                new ECDSASigner(own)));
    }

    @Test
    void refusesAPartnersOwnKeyUnderItsOwnOrTheRealmsName() throws Exception {
        ECKey partner = sandbox.delivery().key().toECKey();

        assertInvalid(signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(partner.getKeyID())
                        .build(),
                new ECDSASigner(partner)));
        assertInvalid(signed(header(JWSAlgorithm.ES256).build(), new ECDSASigner(partner)));
    }

    /** CVE-2022-21449: r = s = 0 verifies everything where nobody looks at the range. */
    @Test
    void refusesASignatureOfZeros() throws Exception {
        String input = header(JWSAlgorithm.ES256).build().toBase64URL() + "." + claims();

        assertInvalid(input + "." + Base64URL.encode(new byte[64]));
        assertInvalid(input + ".");
    }

    private void assertInvalid(String token) {
        Call call = sandbox.delivery()
                .unsigned("POST", "/v1/workers", TestSandbox.REGISTRATION)
                .with("idempotency-key", TestSandbox.key())
                .with("authorization", "Bearer " + token);
        sandbox.assertRefused(sandbox.delivery().signed(call), "token-invalid");
    }

    /** As a token of the realm has it. */
    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(realmKey().getKeyID());
    }

    private String signed(JWSHeader header, JWSSigner signer) throws Exception {
        JWSObject token = new JWSObject(header, new Payload(new Base64URL(claims())));
        token.sign(signer);
        return token.serialize();
    }

    /** Of a true token, still encoded. */
    private String claims() {
        return sandbox.tokens().of("fengsong-delivery").split("\\.")[1];
    }

    private ECKey realmKey() {
        try {
            JsonNode keys = new ObjectMapper()
                    .readTree(RestAssured.get(
                                    sandbox.stack().keycloak().issuer("tongban") + "/protocol/openid-connect/certs")
                            .asString())
                    .get("keys");
            for (JsonNode key : keys) {
                if (key.path("alg").asText().equals("ES256")) {
                    return ECKey.parse(key.toString());
                }
            }
            throw new IllegalStateException("the realm has no ES256 key");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
