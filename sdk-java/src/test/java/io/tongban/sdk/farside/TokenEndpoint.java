package io.tongban.sdk.farside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tongban.signature.Verifier;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A realm's token endpoint: takes an assertion once, and only one that is right in every claim. */
public final class TokenEndpoint implements HttpHandler {
    private final String issuer;
    private final Clock clock;
    private final Map<String, JWK> clients = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Boolean> seen = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int outage;
    private volatile String lifetimeSeconds = "300";
    private volatile String scope = "";

    TokenEndpoint(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    public void register(String clientId, JWK publicKey) {
        clients.put(clientId, publicKey);
    }

    JWK keyOf(String token) {
        String owner = owners.get(token);
        return owner == null ? null : clients.get(owner);
    }

    public int asked() {
        return asked.get();
    }

    /** The next so many requests get status 503. */
    public void fail(int times) {
        outage = times;
    }

    /** As it stands in the JSON. */
    public void lifetime(String expiresIn) {
        lifetimeSeconds = expiresIn;
    }

    /** What the last request asked for; empty if it asked for none. */
    public String scope() {
        return scope;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        int count = asked.incrementAndGet();
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        scope = form.getOrDefault("scope", "");
        if (outage > 0) {
            outage--;
            answer(exchange, 503, "{}");
            return;
        }
        List<String> wrong = wrong(form);
        if (!wrong.isEmpty()) {
            answer(
                    exchange,
                    401,
                    "{\"error\":\"invalid_client\",\"error_description\":\"secret talk: " + wrong + "\"}");
            return;
        }
        String token = "token-" + count + ".abc~-_";
        owners.put(token, form.get("client"));
        answer(
                exchange,
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + lifetimeSeconds
                        + "}");
    }

    private List<String> wrong(Map<String, String> form) {
        List<String> wrong = new ArrayList<>();
        try {
            SignedJWT jwt = SignedJWT.parse(form.getOrDefault("client_assertion", ""));
            var claims = jwt.getJWTClaimsSet();
            JWK key = clients.get(claims.getSubject());
            form.put("client", claims.getSubject());
            check(wrong, "grant", "client_credentials".equals(form.get("grant_type")));
            check(wrong, "iss", claims.getIssuer().equals(claims.getSubject()));
            check(wrong, "aud", claims.getAudience().equals(List.of(issuer)));
            check(wrong, "jti", seen.putIfAbsent(claims.getJWTID(), true) == null);
            long now = clock.instant().getEpochSecond();
            long exp = claims.getExpirationTime().toInstant().getEpochSecond();
            check(wrong, "exp", exp > now && exp <= now + 60);
            check(
                    wrong,
                    "kid",
                    key != null && key.getKeyID().equals(jwt.getHeader().getKeyID()));
            check(wrong, "signature", key != null && isSignedBy(jwt, key));
        } catch (Exception unreadable) {
            wrong.add("assertion");
        }
        return wrong;
    }

    private static boolean isSignedBy(SignedJWT jwt, JWK key) throws Exception {
        String algorithm = jwt.getHeader().getAlgorithm().getName();
        if (key instanceof ECKey ec) {
            return algorithm.equals("ES256") && jwt.verify(new ECDSAVerifier(ec));
        }
        if (key instanceof RSAKey rsa) {
            return algorithm.equals("PS256") && jwt.verify(new RSASSAVerifier(rsa));
        }
        return algorithm.equals("EdDSA")
                && Verifier.of(key)
                        .verify(jwt.getSigningInput(), jwt.getSignature().decode());
    }

    private static void check(List<String> wrong, String what, boolean right) {
        if (!right) {
            wrong.add(what);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
