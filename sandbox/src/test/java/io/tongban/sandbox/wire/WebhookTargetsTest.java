package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call verifies against what it bears, however its endpoint was written; and its parts can be put in order. */
@ExtendWith(RunningSandbox.class)
class WebhookTargetsTest {
    private final TestSandbox sandbox;
    private final Insuring insuring;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private HttpServer server;

    /** @param target as its request line and Host field say */
    private record Arrival(String target, Map<String, List<String>> fields, byte[] body) {}

    WebhookTargetsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(1 << 20);
            String target = "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
            arrivals.add(new Arrival(target, Map.copyOf(exchange.getRequestHeaders()), body));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://127.0.0.1:PORT,                http://127.0.0.1:PORT/",
        "http://127.0.0.1:PORT?,               http://127.0.0.1:PORT/",
        "http://127.0.0.1:PORT/hook?,          http://127.0.0.1:PORT/hook",
        "HTTP://127.0.0.1:PORT/a/../%7eb?c=%2f, http://127.0.0.1:PORT/~b?c=%2F",
    })
    void aCallIsSignedOverTheTargetThatItBears(String registered, String kept) throws InterruptedException {
        String port = String.valueOf(server.getAddress().getPort());
        String target = kept.replace("PORT", port);
        JsonNode endpoint = endpoint(registered.replace("PORT", port), "worker.enrolled");
        try {
            String worker = insuring.enrolled(sandbox.delivery(), "44", People.next());

            Arrival arrival = arrival(worker);
            assertThat(endpoint.get("url").asText()).isEqualTo(target);
            assertThat(arrival.target()).isEqualTo(target);
            assertThat(verified(arrival).worker()).isNotNull();
        } finally {
            delete(endpoint);
        }
    }

    @Test
    void theContentTypeIsOneThatFrameworksLeaveAlone() throws InterruptedException {
        JsonNode endpoint = endpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/x", "worker.enrolled");
        try {
            String worker = insuring.enrolled(sandbox.delivery(), "44", People.next());

            assertThat(arrival(worker).fields().get("Content-type")).containsExactly("application/json;charset=UTF-8");
        } finally {
            delete(endpoint);
        }
    }

    @Test
    void aRepeatedAnswerIsKnownToBeOlderThanTheEvent() throws InterruptedException {
        JsonNode endpoint =
                endpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/x", "withholding.confirmed");
        try {
            var insured = insuring.insured(sandbox.delivery(), "44");
            String order = People.order(insured, "2026-10", Insuring.AMOUNT_FEN);
            String key = TestSandbox.key();
            JsonNode accepted = sandbox.accepted(sandbox.delivery().post("/v1/withholdings", order, key), 202);
            JsonNode settled =
                    insuring.settled(sandbox.delivery(), accepted.get("id").asText());
            WebhookEvent event = verified(arrival(accepted.get("id").asText()));

            JsonNode repeated = sandbox.accepted(sandbox.delivery().post("/v1/withholdings", order, key), 202);

            assertThat(repeated.get("state").asText()).isEqualTo("ACCEPTED");
            assertThat(repeated.get("revision").asLong()).isEqualTo(1);
            assertThat(event.withholding()).isNotNull();
            assertThat(event.withholding().revision())
                    .isGreaterThan(1)
                    .isEqualTo(settled.get("revision").asLong());
        } finally {
            delete(endpoint);
        }
    }

    private WebhookEvent verified(Arrival arrival) {
        try (Tongban tongban = client()) {
            return Webhooks.verify(
                    "POST",
                    arrival.target(),
                    arrival.fields(),
                    arrival.body(),
                    tongban.gatewayKeys(),
                    Duration.ofMinutes(5),
                    Clock.systemUTC());
        }
    }

    private Tongban client() {
        return Tongban.builder()
                .baseUrl(sandbox.stack().gateway())
                .issuer(sandbox.stack().keycloak().issuer("tongban"))
                .clientId("fengsong-delivery")
                .privateKeyJwk(sandbox.stack().partnerKey("fengsong-delivery").toJSONString())
                .allowPlainHttp()
                .build();
    }

    /** The one that tells of this; what other tests did not wait for may come before it. */
    private Arrival arrival(String about) throws InterruptedException {
        while (true) {
            Arrival arrival = arrivals.poll(1, TimeUnit.MINUTES);
            assertThat(arrival).as("a call about " + about).isNotNull();
            if (new String(arrival.body(), UTF_8).contains(about)) {
                return arrival;
            }
        }
    }

    private JsonNode endpoint(String url, String event) {
        return sandbox.accepted(
                sandbox.delivery()
                        .post("/v1/webhook-endpoints", "{\"url\":\"" + url + "\",\"events\":[\"" + event + "\"]}"),
                201);
    }

    private void delete(JsonNode endpoint) {
        Call delete = sandbox.delivery()
                .unsigned(
                        "DELETE", "/v1/webhook-endpoints/" + endpoint.get("id").asText(), "")
                .with("idempotency-key", TestSandbox.key());
        sandbox.accepted(sandbox.delivery().signed(delete), 204);
    }
}
