package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm files, in the server that reads them. One start for all. */
class KeycloakServerTest {
    private static JwksServer register;
    private static RealmValues values;
    private static KeycloakServer keycloak;
    private static TokenClient tokens;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        register = new JwksServer();
        values = RealmValues.random(register.base());
        keycloak = KeycloakServer.start(Layout.ofThisCheckout(), folder.resolve("keycloak"), FreePort.any(), values);
        tokens = new TokenClient(keycloak.tokenEndpoint("tongban"), keycloak.issuer("tongban"));
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        register.close();
    }

    @Test
    void givesAPlatformATokenForTheGatewaySignedWithEs256() throws Exception {
        SignedJWT token = tokenOf("fengsong-delivery");

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(keycloak.issuer("tongban").toString());
        assertThat(claims.getAudience()).containsExactly("tongban-gateway");
        assertThat(claims.getStringClaim("azp")).isEqualTo("fengsong-delivery");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("fengsong-delivery");
        assertThat(claims.getSubject()).isNotBlank();
        assertThat(claims.getStringClaim("scope")).isEmpty();
        assertThat(claims.getStringClaim("default_scope").split(" "))
                .containsExactlyInAnyOrder(
                        "workers:write",
                        "workers:read",
                        "mandates:write",
                        "mandates:read",
                        "contributions:withhold",
                        "contributions:read",
                        "status:read",
                        "webhooks:manage");
        assertThat(claims.getClaims()).doesNotContainKeys("realm_access", "resource_access");
        assertThat(lifespan(claims)).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void signsWithAKeyThatItPublishes() throws Exception {
        SignedJWT token = tokenOf("kuaixing-ride");
        JWKSet published = JWKSet.load(URI.create(keycloak.issuer("tongban") + "/protocol/openid-connect/certs")
                .toURL());

        ECKey key = published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();

        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void refusesAKeyThatTheRegisterDoesNotHold() throws Exception {
        tokenOf("fengsong-delivery");

        HttpResponse<String> answer = tokens.withPrivateKey("fengsong-delivery", key("stranger"));

        assertRefused(answer);
    }

    @Test
    void refusesAnotherKeyUnderAKnownKeyId() throws Exception {
        ECKey known = key("known");
        register.publish("fengsong-delivery", known);
        assertThat(tokens.withPrivateKey("fengsong-delivery", known).statusCode())
                .isEqualTo(200);

        HttpResponse<String> answer = tokens.withPrivateKey("fengsong-delivery", key(known.getKeyID()));

        assertRefused(answer);
    }

    @Test
    void readsANewKeyOfTheRegisterAtItsFirstUse() throws Exception {
        tokenOf("kuaixing-ride");
        ECKey rotated = key("rotated");
        register.publish("kuaixing-ride", rotated);

        assertThat(tokens.withPrivateKey("kuaixing-ride", rotated).statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsAKeyThatTheRegisterWithdrewWithinFifteenSeconds() throws Exception {
        ECKey withdrawn = key("withdrawn");
        register.publish("kuaixing-ride", withdrawn);
        assertThat(tokens.withPrivateKey("kuaixing-ride", withdrawn).statusCode())
                .isEqualTo(200);
        register.publish("kuaixing-ride", key("in its place"));

        Instant latest = Instant.now().plusSeconds(15);
        AtomicReference<Instant> lastAccepted = new AtomicReference<>(Instant.MIN);
        // How long answers take does not count, but when the last that was taken was asked for.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            Instant asked = Instant.now();
            if (tokens.withPrivateKey("kuaixing-ride", withdrawn).statusCode() != 200) {
                return true;
            }
            lastAccepted.set(asked);
            return false;
        });
        assertThat(lastAccepted.get()).isBefore(latest);

        assertRefused(tokens.withPrivateKey("kuaixing-ride", withdrawn));
    }

    @Test
    void givesTheLimitedPartnerOneScope() throws Exception {
        JWTClaimsSet claims = tokenOf("yinzhan-limited").getJWTClaimsSet();

        assertThat(claims.getStringClaim("default_scope")).isEqualTo("workers:read");
        assertThat(claims.getAudience()).containsExactly("tongban-gateway");
    }

    @Test
    void givesTheScopesThatAreAskedForAndNoOther() throws Exception {
        ECKey key = key("narrow");
        register.publish("fengsong-delivery", key);

        JWTClaimsSet claims = TokenClient.accessToken(
                        tokens.withPrivateKey("fengsong-delivery", key, "status:read", "workers:read"))
                .getJWTClaimsSet();

        assertThat(claims.getStringClaim("scope").split(" ")).containsExactlyInAnyOrder("status:read", "workers:read");
        HttpResponse<String> refused = tokens.withPrivateKey("fengsong-delivery", key, "agency:admin");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_scope");
    }

    /** Who asks for none is to have what may be asked for, and nothing besides. */
    @Test
    void theDefaultOfEachClientIsWhatItMayAskFor() throws Exception {
        JsonNode realm = new ObjectMapper().readTree(getClass().getResource("/keycloak/tongban-realm.json"));
        for (JsonNode client : realm.get("clients")) {
            Set<String> optional = new TreeSet<>();
            client.get("optionalClientScopes").forEach(scope -> optional.add(scope.asText()));
            String byDefault =
                    client.at("/protocolMappers/0/config/claim.value").asText();
            assertThat(String.join(" ", optional))
                    .as(client.get("clientId").asText())
                    .isEqualTo(String.join(" ", new TreeSet<>(List.of(byDefault.split(" ")))));
            assertThat(client.get("defaultClientScopes").toString()).doesNotContain(":");
        }
    }

    @Test
    void givesATokenThatIsNotForTheGateway() throws Exception {
        assertThat(tokenOf("other-audience").getJWTClaimsSet().getAudience()).doesNotContain("tongban-gateway");
    }

    @Test
    void givesATokenThatLivesForOneSecond() throws Exception {
        assertThat(lifespan(tokenOf("short-lived").getJWTClaimsSet())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givesTheSamePartnerATokenOfAnotherIssuer() throws Exception {
        TokenClient other = new TokenClient(keycloak.tokenEndpoint("other"), keycloak.issuer("other"));

        JWTClaimsSet claims = TokenClient.accessToken(other.withSecret("fengsong-delivery", values.otherSecret()))
                .getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo(keycloak.issuer("other").toString());
        assertThat(claims.getAudience()).containsExactly("tongban-gateway");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("fengsong-delivery");
    }

    @Test
    void letsTheAgencyTouchTheAgencysResource() throws Exception {
        SignedJWT token = tokenOf("tongban-agency");

        assertThat(token.getJWTClaimsSet().getStringClaim("default_scope")).isEqualTo("agency:admin");
        assertThat(tokens.decision(token, "agency").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fengsong-delivery", "yinzhan-limited"})
    void keepsPartnersAwayFromTheAgencysResource(String clientId) throws Exception {
        assertThat(tokens.decision(tokenOf(clientId), "agency").statusCode()).isEqualTo(403);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    private static SignedJWT tokenOf(String clientId) throws Exception {
        ECKey key = key(clientId + "-" + System.nanoTime());
        register.publish(clientId, key);
        return TokenClient.accessToken(tokens.withPrivateKey(clientId, key));
    }

    private static ECKey key(String keyId) throws Exception {
        return new ECKeyGenerator(Curve.P_256)
                .keyID(keyId)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .generate();
    }

    private static Duration lifespan(JWTClaimsSet claims) {
        return Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
    }
}
