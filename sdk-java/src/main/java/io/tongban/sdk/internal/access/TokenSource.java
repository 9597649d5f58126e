package io.tongban.sdk.internal.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.sdk.transport.TransportResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Access tokens by client credentials with {@code private_key_jwt}, kept until shortly before they expire. */
public final class TokenSource {
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final String GRANT = "grant_type=client_credentials"
            + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    private static final double DEFAULT_SECONDS = 60;
    private static final double MOST_SECONDS = 86_400;
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

    private final PlainFetch fetch;
    private final URI endpoint;
    private final ClientAssertion assertion;
    private final Clock clock;
    private final Duration timeout;
    private final String form;
    private final SharedFetch<AccessToken> shared;

    /** @param scopes to ask for; none for all that the realm lets the client have */
    public TokenSource(
            Transport transport,
            URI endpoint,
            ClientAssertion assertion,
            Set<String> scopes,
            Clock clock,
            Duration timeout) {
        this.fetch = new PlainFetch(transport, "The access token");
        this.endpoint = endpoint;
        this.assertion = assertion;
        this.form = GRANT + (scopes.isEmpty() ? "" : "&scope=" + URLEncoder.encode(String.join(" ", scopes), UTF_8));
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
        String asking = form + "&client_assertion=" + URLEncoder.encode(assertion.next(), UTF_8);
        Map<String, String> fields =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        Instant asked = clock.instant();
        return fetch.send(new TransportRequest(
                        "POST", endpoint, fields, asking.getBytes(US_ASCII), timeout, PlainFetch.MAX_BYTES))
                .thenApply(answer -> read(answer, asked));
    }

    private AccessToken read(TransportResponse answer, Instant asked) {
        if (answer.status() != 200) {
            // A client is refused for a wrong clock in the same words as for a wrong key.
            String hint = answer.status() < 500 ? ClockSkew.hint(answer.fields(), clock.instant()) : "";
            throw fetch.refused(answer.status(), errorCode(answer) + hint);
        }
        Map<?, ?> document = Json.read(answer.body(), Map.class).orElseThrow(fetch::unreadable);
        if (!(document.get("access_token") instanceof String value)
                || !BEARER.matcher(value).matches()) {
            throw fetch.unreadable();
        }
        long lifetime = lifetimeSeconds(document.get("expires_in"));
        long margin = Math.min(30, lifetime / 4);
        return new AccessToken(value, asked.plusSeconds(lifetime - margin));
    }

    /** Within a day, whatever number it says: nobody keeps a token longer, and sums of it shall stay numbers. */
    private static long lifetimeSeconds(@Nullable Object expiresIn) {
        double seconds = expiresIn instanceof Number number ? number.doubleValue() : DEFAULT_SECONDS;
        return (long) Math.max(0, Math.min(MOST_SECONDS, seconds));
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
