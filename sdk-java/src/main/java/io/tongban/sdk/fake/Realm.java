package io.tongban.sdk.fake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.Scopes;
import io.tongban.api.agency.PartnerKind;
import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.transport.TransportResponse;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gives tokens to clients that show who they are ({@code private_key_jwt}). */
final class Realm {
    static final String ISSUER = "https://id.tongban.invalid/realms/tongban";

    private static final long SECONDS = 300;
    private static final Set<String> OF_PARTNERS = Set.of(
            Scopes.WORKERS_WRITE,
            Scopes.WORKERS_READ,
            Scopes.MANDATES_WRITE,
            Scopes.MANDATES_READ,
            Scopes.CONTRIBUTIONS_WITHHOLD,
            Scopes.CONTRIBUTIONS_READ,
            Scopes.STATUS_READ,
            Scopes.WEBHOOKS_MANAGE);

    private final Partners partners;
    private final Clock clock;
    private final Map<String, Token> tokens = new HashMap<>();
    private long given;

    Realm(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /** What a token is good for. */
    record Token(String clientId, Set<String> scopes, Instant expiresAt) {}

    Optional<Token> find(String bearer) {
        return Optional.ofNullable(tokens.get(bearer));
    }

    TransportResponse token(byte[] form) {
        Map<String, String> asked = parameters(new String(form, UTF_8));
        Optional<String> client = client(asked.getOrDefault("client_assertion", ""));
        return client.map(id -> granted(id, asked.getOrDefault("scope", "")))
                .orElseGet(() -> json(401, Map.of("error", "invalid_client")));
    }

    /** Whoever asks for less gets less; whoever asks for nothing, all that the client may have. */
    private TransportResponse granted(String clientId, String asked) {
        Set<String> scopes = new TreeSet<>(OF_PARTNERS);
        if (partners.read(clientId).kind() == PartnerKind.AGENCY) {
            scopes.add(Scopes.AGENCY_ADMIN);
        }
        if (partners.read(clientId).kind() == PartnerKind.BANK) {
            scopes.add(Scopes.COUNTERS_MANAGE);
        }
        if (!asked.isEmpty()) {
            if (!scopes.containsAll(List.of(asked.split(" ")))) {
                return json(400, Map.of("error", "invalid_scope"));
            }
            scopes.retainAll(List.of(asked.split(" ")));
        }
        tokens.values().removeIf(token -> token.expiresAt().isBefore(clock.instant()));
        String bearer = "fake-" + clientId + "-" + given++;
        tokens.put(bearer, new Token(clientId, scopes, clock.instant().plusSeconds(SECONDS)));
        return json(200, Map.of("access_token", bearer, "token_type", "Bearer", "expires_in", SECONDS));
    }

    /** Who the assertion (RFC 7523) is of; empty unless its signature, audience and time are right. */
    private Optional<String> client(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Map<?, ?> header = part(parts[0]);
        Map<?, ?> claims = part(parts[1]);
        String clientId = String.valueOf(claims.get("sub"));
        boolean timely = claims.get("exp") instanceof Number end
                && end.longValue() >= clock.instant().getEpochSecond();
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
        return partners.key(clientId, String.valueOf(header.get("kid")))
                .filter(key -> timely && ISSUER.equals(claims.get("aud")))
                .filter(key -> key.verify(signed, Base64.getUrlDecoder().decode(parts[2])))
                .map(key -> clientId);
    }

    private static Map<?, ?> part(String base64url) {
        return Json.read(Base64.getUrlDecoder().decode(base64url), Map.class).orElse(Map.of());
    }

    static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(form.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)));
        return parameters;
    }

    private static TransportResponse json(int status, Map<String, ?> document) {
        return new TransportResponse(status, Map.of("Content-Type", List.of("application/json")), Json.write(document));
    }
}
