package io.tongban.sdk.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.json.Json;
import io.tongban.sdk.key.PartnerKey;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.sdk.transport.TransportResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Access tokens by client credentials with {@code private_key_jwt}, kept until shortly before they expire. */
public final class TokenSource {
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

    private final PlainFetch fetch;
    private final URI endpoint;
    private final ClientAssertion assertion;
    private final Clock clock;
    private final Duration timeout;
    private final SharedFetch<AccessToken> shared;

    public TokenSource(
            Transport transport,
            URI endpoint,
            URI issuer,
            String clientId,
            PartnerKey key,
            Clock clock,
            Duration timeout) {
        this.fetch = new PlainFetch(transport, "The access token");
        this.endpoint = endpoint;
        this.assertion = new ClientAssertion(issuer.toString(), clientId, key, clock);
        this.clock = clock;
        this.timeout = timeout;
        this.shared = new SharedFetch<>(this::fetch, token -> token.isGood(clock.instant()));
    }

    /** Completes exceptionally with a {@link NotReadyException}. */
    public CompletableFuture<AccessToken> current() {
        return shared.get();
    }

    /** The gateway did not take it any more. */
    public void drop(AccessToken token) {
        shared.drop(token);
    }

    private CompletableFuture<AccessToken> fetch() {
        String form = "grant_type=client_credentials"
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + URLEncoder.encode(assertion.next(), UTF_8);
        Map<String, String> fields =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        Instant asked = clock.instant();
        return fetch.send(new TransportRequest(
                        "POST", endpoint, fields, form.getBytes(US_ASCII), timeout, PlainFetch.MAX_BYTES))
                .thenApply(answer -> read(answer, asked));
    }

    private AccessToken read(TransportResponse answer, Instant asked) {
        if (answer.status() != 200) {
            throw fetch.refused(answer.status(), errorCode(answer));
        }
        Map<?, ?> document = Json.read(answer.body(), Map.class).orElseThrow(fetch::unreadable);
        if (!(document.get("access_token") instanceof String value)
                || !BEARER.matcher(value).matches()) {
            throw fetch.unreadable();
        }
        long lifetime = document.get("expires_in") instanceof Number seconds ? seconds.longValue() : 60;
        long margin = Math.min(30, lifetime / 4);
        return new AccessToken(value, asked.plusSeconds(lifetime - margin));
    }

    /** The code of RFC 6749, section 5.2, and not its free text. */
    private static String errorCode(TransportResponse answer) {
        return Json.read(answer.body(), Map.class)
                .map(document -> document.get("error"))
                .filter(code ->
                        code instanceof String text && ERROR_CODE.matcher(text).matches())
                .map(code -> ", " + code)
                .orElse("");
    }
}
