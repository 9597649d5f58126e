package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.signature.PublicJwk;
import io.tongban.signature.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which keys the register takes: the keys that ship with the contract, good and bad, sent to the running gateway. */
@ExtendWith(RunningSandbox.class)
class PartnerKeysTest {
    private static final JsonNode KEYS = keys();

    private final TestSandbox sandbox;

    PartnerKeysTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String name, String jwk) {
        Answer answer = sandbox.assertRefused(
                () -> sandbox.agency().post("/v1/admin/partners", registration("bad-keys", jwk)), "keys-invalid");

        assertThat(answer.text("pointer")).isEqualTo("/jwks");
        assertThat(answer.text("detail")).isNotEmpty();
    }

    static Stream<Arguments> refuses() {
        return entries("refused");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void takes(String name, String jwk) {
        JsonNode partner = sandbox.accepted(
                () -> sandbox.agency().post("/v1/admin/partners", registration("keys-" + name, jwk)), 201);

        assertThat(partner.at("/keyIds/0").asText()).isEqualTo("good-" + name);
    }

    static Stream<Arguments> takes() {
        return entries("accepted");
    }

    @Test
    void refusesOneKeyUnderTwoNames() {
        String key =
                sandbox.stack().partnerKey("fengsong-delivery").toPublicJWK().toJSONString();
        String again = key.replace("fengsong-delivery-1", "fengsong-delivery-2");

        sandbox.assertRefused(
                () -> sandbox.agency().post("/v1/admin/partners", registration("one-key-twice", key + "," + again)),
                "keys-invalid");
    }

    @Test
    void aKeyIsGoodUntilItsExpAndNoLongerPublishedAfterIt() throws Exception {
        JWK lasting = sandbox.stack().partnerKey("yinzhan-limited").toPublicJWK();
        // Tokens are there before the time runs.
        assertThat(sandbox.limited().token().get()).isNotEmpty();
        assertThat(sandbox.agency().token().get()).isNotEmpty();
        // A JWK counts whole seconds.
        Instant end = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.SECONDS);
        ECKey passing = new ECKeyGenerator(Curve.P_256)
                .keyID("yinzhan-passing")
                .expirationTime(Date.from(end))
                .generate();
        replaceKeys(List.of(lasting, passing.toPublicJWK()));
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(38))
                    .until(() -> codeUnder(passing), "worker-not-found"::equals);
            assertThat(Instant.now()).isBefore(end);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> codeUnder(passing), "signature-key-unknown"::equals);
            assertThat(Instant.now()).isAfterOrEqualTo(end);
            assertThat(published()).contains(lasting.getKeyID()).doesNotContain("yinzhan-passing");
        } finally {
            replaceKeys(List.of(lasting));
        }
    }

    private String codeUnder(ECKey key) {
        Call call = sandbox.limited().unsigned("GET", "/v1/workers/wkr_none", "");
        return sandbox.wire()
                .send(call.signed(Signer.of(key), Clock.systemUTC()))
                .text("code");
    }

    private List<String> published() {
        return sandbox.wire()
                .sendUnchecked(Call.of(
                        "GET", sandbox.stack().gateway(), "/.well-known/partners/yinzhan-limited/jwks.json", ""))
                .json()
                .findValuesAsText("kid");
    }

    private void replaceKeys(List<JWK> keys) {
        String entries = String.join(",", keys.stream().map(JWK::toJSONString).toList());
        Call call = sandbox.agency()
                .unsigned("PUT", "/v1/admin/partners/yinzhan-limited/keys", "{\"jwks\":{\"keys\":[" + entries + "]}}")
                .with("idempotency-key", TestSandbox.key());
        sandbox.accepted(() -> sandbox.agency().signed(call), 200);
    }

    private static String registration(String clientId, String keys) {
        return "{\"clientId\":\"%s\",\"name\":\"新伙伴\",\"kind\":\"BANK\",\"jwks\":{\"keys\":[%s]}}"
                .formatted(clientId, keys);
    }

    private static Stream<Arguments> entries(String part) {
        return StreamSupport.stream(KEYS.get(part).spliterator(), false)
                .map(entry -> Arguments.of(
                        entry.get("name").asText(), entry.get("jwk").toString()));
    }

    private static JsonNode keys() {
        try (InputStream file = PublicJwk.class.getResourceAsStream("/signature/public-keys.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
