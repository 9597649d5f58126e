package io.tongban.sandbox.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks a token endpoint, by hand. */
public record TokenClient(URI endpoint, URI issuer) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * RFC 7523 section 2.2, as of OpenID Connect's private_key_jwt.
     *
     * @param scopes to ask for; none leaves them to the realm (RFC 6749 section 3.3)
     */
    public HttpResponse<String> withPrivateKey(String clientId, JWK key, String... scopes) throws Exception {
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion(clientId, key)));
        if (scopes.length > 0) {
            form.put("scope", String.join(" ", scopes));
        }
        return post(form);
    }

    public HttpResponse<String> withSecret(String clientId, String secret) throws Exception {
        return post(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** What the gateway's policy enforcer asks: may the holder of this token touch that resource? */
    HttpResponse<String> decision(SignedJWT bearer, String resource) throws Exception {
        return post(
                Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket",
                        "audience", "tongban-gateway",
                        "permission", resource,
                        "response_mode", "decision"),
                "Authorization",
                "Bearer " + bearer.serialize());
    }

    public static SignedJWT accessToken(HttpResponse<String> answer) throws IOException, ParseException {
        JsonNode body = new ObjectMapper().readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + body);
        }
        return SignedJWT.parse(body.get("access_token").textValue());
    }

    private String assertion(String clientId, JWK key) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm(key)).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .subject(clientId)
                        .audience(issuer.toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(30)))
                        .build());
        jwt.sign(signer(key));
        return jwt.serialize();
    }

    private static JWSAlgorithm algorithm(JWK key) {
        return key instanceof RSAKey ? JWSAlgorithm.PS256 : JWSAlgorithm.ES256;
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
    }

    private HttpResponse<String> post(Map<String, String> form, String... headers) throws Exception {
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
