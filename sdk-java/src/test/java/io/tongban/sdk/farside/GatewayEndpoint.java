package io.tongban.sdk.farside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestVerifier;
import io.tongban.signature.Verification;
import io.tongban.signature.Verifier;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The gateway: refuses to talk about a request that is not rightly signed, and signs what it answers. */
public final class GatewayEndpoint implements HttpHandler {
    /** Cuts the connection without an answer. */
    public static final Reply HANG_UP = Reply.empty(299);

    private final String baseUrl;
    private final Clock clock;
    private final TokenEndpoint tokens;
    private final KeyEndpoint keys;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Map<String, Boolean> nonces = new ConcurrentHashMap<>();
    private volatile Function<Received, Reply> answers = request -> Reply.empty(204);

    GatewayEndpoint(String baseUrl, Clock clock, TokenEndpoint tokens, KeyEndpoint keys) {
        this.baseUrl = baseUrl;
        this.clock = clock;
        this.tokens = tokens;
        this.keys = keys;
    }

    public void answer(Function<Received, Reply> how) {
        answers = how;
    }

    /** One after the other; the last one for ever. */
    public void answer(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        answers = request -> replies[Math.min(next.getAndIncrement(), replies.length - 1)];
    }

    public List<Received> received() {
        return received;
    }

    /** What was wrong with requests; empty if all were right. */
    public List<String> faults() {
        return faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestURI().toString();
        RequestMessage message = new RequestMessage(
                exchange.getRequestMethod(), baseUrl + target, MessageFields.of(exchange.getRequestHeaders()));
        if (message.fields().isPresent("authorization") || !target.startsWith("/problems")) {
            check(message, body);
        }
        Received request = new Received(message.method(), target, message, new String(body, UTF_8));
        received.add(request);
        Reply reply = answers.apply(request);
        if (reply == HANG_UP) {
            exchange.close();
            return;
        }
        new ReplySigner(keys.signing(), clock).fields(reply, message).forEach(exchange.getResponseHeaders()::set);
        byte[] sent = ReplySigner.body(reply);
        exchange.sendResponseHeaders(ReplySigner.status(reply), sent.length == 0 ? -1 : sent.length);
        exchange.getResponseBody().write(sent);
        exchange.close();
    }

    private void check(RequestMessage message, byte[] body) {
        String bearer = message.fields().single("authorization").orElse("");
        JWK key = tokens.keyOf(bearer.startsWith("Bearer ") ? bearer.substring(7) : "");
        KeyLookup lookup = keyid -> key != null && keyid.equals(key.getKeyID())
                ? new KeyAnswer.Found(Verifier.of(key))
                : new KeyAnswer.Unknown();
        Verification verification = new RequestVerifier(clock).verify(message, body, lookup);
        if (!(verification instanceof Verification.Verified verified)) {
            faults.add(verification.toString());
        } else if (nonces.putIfAbsent(verified.nonce(), true) != null) {
            faults.add("nonce repeated");
        }
    }
}
