package io.tongban.sandbox.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.TokenClient;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestSigner;
import io.tongban.signature.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests that are signed beforehand, and then sent as fast as they are answered. */
final class SignedCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    static final int CALLERS = 4;

    private final SandboxStack stack;
    private final TokenClient realm;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    SignedCalls(SandboxStack stack) {
        this.stack = stack;
        this.realm = new TokenClient(stack.tokenEndpoint(), stack.keycloak().issuer("tongban"));
    }

    HttpRequest get(String client, String target) {
        return get(client, URI.create(stack.gateway() + target));
    }

    /** Of another gateway than the sandbox's. */
    HttpRequest get(String client, URI target) {
        return signed(client, "GET", target, "", Map.of());
    }

    HttpRequest post(String client, String target, String body, String key) {
        return signed(
                client,
                "POST",
                URI.create(stack.gateway() + target),
                body,
                Map.of("content-type", "application/json", "idempotency-key", key));
    }

    HttpRequest put(String client, String target, String body, String key) {
        return signed(
                client,
                "PUT",
                URI.create(stack.gateway() + target),
                body,
                Map.of("content-type", "application/json", "idempotency-key", key));
    }

    private HttpRequest signed(String client, String method, URI uri, String body, Map<String, String> more) {
        byte[] octets = body.getBytes(UTF_8);
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("authorization", "Bearer " + tokens.computeIfAbsent(client, this::token));
        MessageFields.Builder lines = MessageFields.builder();
        fields.forEach(lines::add);
        fields.putAll(new RequestSigner(Signer.of(stack.partnerKey(client)), Clock.systemUTC())
                .sign(new RequestMessage(method, uri.toString(), lines.build()), octets));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(method, octets.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(octets));
        fields.forEach(request::header);
        return request.build();
    }

    private String token(String client) {
        try {
            return TokenClient.accessToken(realm.withPrivateKey(client, stack.partnerKey(client)))
                    .serialize();
        } catch (Exception e) {
            throw new IllegalStateException("no token for " + client, e);
        }
    }

    /** Tokens live for minutes. */
    void forgetTokens() {
        tokens.clear();
    }

    /** Sends all, and returns when all are answered as they should be. */
    void send(List<HttpRequest> requests, int status) throws Exception {
        try (Callers callers = new Callers(CALLERS, Duration.ofMinutes(2))) {
            callers.each(requests, request -> send(request, status));
        }
    }

    HttpResponse<String> send(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    request.method() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
