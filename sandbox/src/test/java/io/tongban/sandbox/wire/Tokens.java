package io.tongban.sandbox.wire;

import com.nimbusds.jwt.SignedJWT;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.TokenClient;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** Access tokens of the real Keycloak, right ones and wrong ones. */
final class Tokens {
    /** A fraction of the five minutes that the realm gives. */
    private static final long KEPT_NANOS = Duration.ofMinutes(2).toNanos();

    private final SandboxStack stack;
    private final TokenClient realm;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, long since) {}

    Tokens(SandboxStack stack) {
        this.stack = stack;
        realm = new TokenClient(stack.tokenEndpoint(), stack.keycloak().issuer("tongban"));
    }

    String of(String clientId) {
        return kept.compute(clientId, (client, before) -> {
                    long now = System.nanoTime();
                    return before != null && now - before.since < KEPT_NANOS ? before : new Kept(fresh(client), now);
                })
                .token;
    }

    String fresh(String clientId) {
        return token(() -> realm.withPrivateKey(clientId, stack.partnerKey(clientId)));
    }

    /** Good for these scopes and no other. */
    String narrowed(String clientId, String... scopes) {
        return token(() -> asked(clientId, scopes));
    }

    /** What the realm answers to who asks for these scopes. */
    HttpResponse<String> asked(String clientId, String... scopes) throws Exception {
        return realm.withPrivateKey(clientId, stack.partnerKey(clientId), scopes);
    }

    /** Of a client whose tokens live one second; what is waited for is the end that the token itself names. */
    String expired() {
        return awaitEnd(fresh("short-lived"));
    }

    /** Returns it once the end that it names has come. */
    String awaitEnd(String token) {
        Instant end = expiry(token);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Instant.now().isAfter(end));
        return token;
    }

    private static Instant expiry(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime().toInstant();
        } catch (ParseException e) {
            throw new IllegalStateException("the realm gave no JWT", e);
        }
    }

    String ofOtherIssuer() {
        TokenClient other = new TokenClient(
                stack.keycloak().tokenEndpoint("other"), stack.keycloak().issuer("other"));
        return token(() -> other.withSecret("fengsong-delivery", stack.otherRealmSecret()));
    }

    private static String token(Callable<HttpResponse<String>> request) {
        try {
            return TokenClient.accessToken(request.call()).serialize();
        } catch (Exception e) {
            throw new IllegalStateException("no token", e);
        }
    }
}
