package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.signature.Signer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What only the agency may do, under the realm's own policies. */
@OverEachTransport
class AgencyTest {
    private final TestSandbox sandbox;

    AgencyTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void registersAPartnerAndPublishesItsKeys() throws Exception {
        String client = "new-partner-" + People.next();
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID(client + "-1").generate();

        JsonNode partner =
                sandbox.accepted(() -> sandbox.agency().post("/v1/admin/partners", registration(client, key)), 201);

        assertThat(partner.get("keyIds").get(0).asText()).isEqualTo(client + "-1");
        JsonNode published = sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/.well-known/partners/" + client + "/jwks.json", ""))
                .json();
        assertThat(published.at("/keys/0/kid").asText()).isEqualTo(client + "-1");
        assertThat(published.toString()).doesNotContain("\"d\"");
    }

    @Test
    void refusesAPrivateKey() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("secret-1").generate();
        String withSecret =
                registration("secret-partner", key).replace(key.toPublicJWK().toJSONString(), key.toJSONString());

        sandbox.assertRefused(() -> sandbox.agency().post("/v1/admin/partners", withSecret), "keys-invalid");
    }

    @Test
    void refusesAClientThatIsRegisteredAlready() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("twice-1").generate();

        sandbox.assertRefused(
                () -> sandbox.agency().post("/v1/admin/partners", registration("fengsong-delivery", key)),
                "partner-exists");
    }

    @Test
    void aSuspendedPartnerIsRefusedWithinSeconds() {
        String target = "/v1/admin/partners/other-audience/state";
        change(target, "SUSPENDED");
        try {
            JsonNode partner = sandbox.accepted(() -> sandbox.agency().get("/v1/admin/partners/other-audience"), 200);
            assertThat(partner.get("state").asText()).isEqualTo("SUSPENDED");
        } finally {
            change(target, "ACTIVE");
        }
        change("/v1/admin/partners/yinzhan-limited/state", "SUSPENDED");
        try {
            awaitSuspended(true);
        } finally {
            change("/v1/admin/partners/yinzhan-limited/state", "ACTIVE");
        }
        awaitSuspended(false);
    }

    /** Each node reads again who is suspended; whoever is let in again is let in everywhere before others call by it. */
    private void awaitSuspended(boolean suspended) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> suspended
                        == sandbox.wire()
                                .send(sandbox.limited().get("/v1/workers/wkr_none"))
                                .text("code")
                                .equals("partner-suspended"));
    }

    @Test
    void anAgencyDoesNotSuspendItself() {
        Call call = sandbox.agency()
                .unsigned("PUT", "/v1/admin/partners/tongban-agency/state", "{\"state\":\"SUSPENDED\"}")
                .with("idempotency-key", TestSandbox.key());

        sandbox.assertRefused(() -> sandbox.agency().signed(call), "agency-self-suspension");
    }

    /** Else it could lock itself out for ever, and with it everybody whom it has to let in again. */
    @Test
    void anAgencyChangesItsKeysAndAlwaysHoldsOne() throws Exception {
        JWK old = sandbox.stack().partnerKey("tongban-agency");
        ECKey fresh = new ECKeyGenerator(Curve.P_256)
                .keyID("tongban-agency-" + People.next())
                .generate();
        ECKey impostor = new ECKeyGenerator(Curve.P_256).keyID(old.getKeyID()).generate();

        for (JWKSet lost : List.of(new JWKSet(fresh), new JWKSet(List.of(impostor, fresh)))) {
            Answer answer = sandbox.assertRefused(() -> ownKeys(lost, old), "agency-signing-key-removed");
            assertThat(answer.text("pointer")).isEqualTo("/jwks");
        }
        sandbox.accepted(() -> ownKeys(new JWKSet(List.of(old, fresh)), old), 200);
        try {
            sandbox.assertRefused(() -> ownKeys(new JWKSet(old), fresh), "agency-signing-key-removed");
            JsonNode both = sandbox.accepted(() -> ownKeys(new JWKSet(List.of(old, fresh)), fresh), 200);
            assertThat(both.get("keyIds")).hasSize(2);
        } finally {
            sandbox.accepted(() -> ownKeys(new JWKSet(old), old), 200);
        }
    }

    private Call ownKeys(JWKSet keys, JWK signing) {
        return sandbox.agency()
                .unsigned(
                        "PUT",
                        "/v1/admin/partners/tongban-agency/keys",
                        "{\"jwks\":" + keys.toPublicJWKSet().toString(true) + "}")
                .with("idempotency-key", TestSandbox.key())
                .signed(Signer.of(signing), Clock.systemUTC());
    }

    @Test
    void theAuditLogHoldsTogether() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode audit = sandbox.accepted(() -> sandbox.agency().get("/v1/admin/audit/verification"), 200);
            assertThat(audit.get("intact").asBoolean()).isTrue();
            assertThat(audit.get("records").asLong()).isPositive();
        });
    }

    @Test
    void aNewGatewayKeyIsPublishedBeforeItSigns() {
        JsonNode key = sandbox.accepted(() -> sandbox.agency().post("/v1/admin/gateway-keys", ""), 201);

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sandbox.wire()
                        .sendUnchecked(Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", ""))
                        .json()
                        .findValuesAsText("kid")
                        .contains(key.get("kid").asText()));
        assertThat(sandbox.wire()
                        .send(sandbox.delivery().get("/v1/withholdings?limit=1"))
                        .field("signature-input"))
                .doesNotContain(key.get("kid").asText());
    }

    private void change(String target, String state) {
        Call call = sandbox.agency()
                .unsigned("PUT", target, "{\"state\":\"" + state + "\"}")
                .with("idempotency-key", TestSandbox.key());
        sandbox.accepted(() -> sandbox.agency().signed(call), 200);
    }

    private static String registration(String clientId, ECKey key) {
        return "{\"clientId\":\"%s\",\"name\":\"新伙伴\",\"kind\":\"PLATFORM\",\"creditCode\":\"91350100M000100Y43\",\"jwks\":%s}"
                .formatted(clientId, new JWKSet(key).toString(true));
    }
}
