package io.tongban.sandbox.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.sandbox.chaos.Attempt.Kind;
import io.tongban.sandbox.launcher.GatewayProcess;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestSigner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One node as platforms reach it, each request signed for it, no answer tried again. */
final class NodeDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final int SILENCES = 3;

    private final GatewayProcess node;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AtomicInteger silences = new AtomicInteger();
    private volatile boolean ready = true;

    NodeDoor(GatewayProcess node) {
        this.node = node;
    }

    /** As its last health check said. */
    boolean isReady() {
        return ready;
    }

    /** What a load balancer does every so often. */
    void lookWhetherReady() throws InterruptedException {
        try {
            HttpRequest check = HttpRequest.newBuilder(node.health("ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            ready = http.send(check, BodyHandlers.discarding()).statusCode() == 200;
        } catch (HttpTimeoutException slow) {
            // Once is no reason to turn away: the machine may be busy.
            ready &= silences.incrementAndGet() < SILENCES;
            return;
        } catch (IOException down) {
            ready = false;
        }
        silences.set(0);
    }

    Attempt post(RequestSigner signer, String token, String target, String body, String key)
            throws InterruptedException {
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> answer =
                    http.send(signed(signer, token, target, body, key), BodyHandlers.ofByteArray());
            return attempt(begun, answer);
        } catch (ConnectException nobodyThere) {
            return new Attempt(begun, System.nanoTime(), Kind.NO_CONNECTION, "no connection");
        } catch (IOException cut) {
            return new Attempt(
                    begun, System.nanoTime(), Kind.CUT, cut.getClass().getSimpleName() + ": " + cut.getMessage());
        }
    }

    private HttpRequest signed(RequestSigner signer, String token, String target, String body, String key) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        URI uri = URI.create(node.base() + target);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("authorization", "Bearer " + token);
        fields.put("content-type", "application/json");
        fields.put("idempotency-key", key);
        MessageFields.Builder lines = MessageFields.builder();
        fields.forEach(lines::add);
        fields.putAll(signer.sign(new RequestMessage("POST", uri.toString(), lines.build()), octets));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).POST(BodyPublishers.ofByteArray(octets));
        fields.forEach(request::header);
        return request.build();
    }

    private static Attempt attempt(long begun, HttpResponse<byte[]> answer) throws IOException {
        long ended = System.nanoTime();
        if (answer.statusCode() / 100 == 2) {
            return new Attempt(begun, ended, Kind.ACCEPTED, "2xx");
        }
        JsonNode problem = JSON.readTree(answer.body());
        boolean passing = answer.statusCode() == 503
                && problem.path("retryable").asBoolean()
                && answer.headers().firstValue("retry-after").isPresent()
                && answer.headers().firstValue("signature").isPresent();
        String detail = answer.statusCode() + " " + problem.path("code").asText();
        return new Attempt(begun, ended, passing ? Kind.UNAVAILABLE : Kind.OTHER, detail);
    }
}
