package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tongban.api.cover.CoverageChange;
import io.tongban.api.cover.CoverageState;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sandbox.wire.People.Insured;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Partners are told of cover by the run over all persons, which comes every ten seconds in the sandbox. */
@ExtendWith(RunningSandbox.class)
class CoverageEventsTest {
    private static final YearMonth LAST_MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);

    private final TestSandbox sandbox;
    private final Insuring insuring;
    private final Map<String, WebhookEvent> arrived = new ConcurrentHashMap<>();
    private Tongban tongban;
    private HttpServer server;

    CoverageEventsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @BeforeEach
    void listen() throws IOException {
        tongban = Tongban.builder()
                .baseUrl(sandbox.stack().gateway())
                .issuer(sandbox.stack().keycloak().issuer("tongban"))
                .clientId("fengsong-delivery")
                .privateKeyJwk(sandbox.stack().partnerKey("fengsong-delivery").toJSONString())
                .allowPlainHttp()
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        tongban.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/cover";
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            WebhookEvent event = Webhooks.verify(
                    "POST",
                    url(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readNBytes(1 << 20),
                    tongban.gatewayKeys(),
                    Webhooks.TOLERANCE,
                    Clock.systemUTC());
            arrived.put(event.id(), event);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Test
    void tellsBySignedEventAndOnceThatCoverHasBegun() {
        JsonNode endpoint = sandbox.accepted(
                sandbox.delivery()
                        .post(
                                "/v1/webhook-endpoints",
                                "{\"url\":\"" + url() + "\",\"events\":[\"coverage.started\",\"coverage.lapsed\"]}"),
                201);
        try {
            Insured insured = insuring.insured(sandbox.delivery(), "44");
            String id = sandbox.accepted(
                            sandbox.delivery()
                                    .post(
                                            "/v1/withholdings",
                                            People.order(insured, LAST_MONTH.toString(), Insuring.AMOUNT_FEN)),
                            202)
                    .get("id")
                    .asText();
            insuring.settled(sandbox.delivery(), id);

            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> of(insured) > 0);
            CoverageChange change = arrived.values().stream()
                    .filter(event -> isOf(event, insured))
                    .findFirst()
                    .orElseThrow()
                    .coverage();

            assertThat(change.state()).isEqualTo(CoverageState.COVERED);
            assertThat(change.paidThrough()).isEqualTo(LAST_MONTH);
            assertThat(change.lapsesOn()).isEqualTo(LAST_MONTH.plusMonths(2).atDay(16));
            assertThat(change.text().en()).startsWith("Employees' pension: paid through " + LAST_MONTH);
            long runs = runs();
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> runs() >= runs + 2);
            assertThat(of(insured)).isEqualTo(1);
        } finally {
            Call delete = sandbox.delivery()
                    .unsigned(
                            "DELETE",
                            "/v1/webhook-endpoints/" + endpoint.get("id").asText(),
                            "")
                    .with("idempotency-key", TestSandbox.key());
            sandbox.accepted(sandbox.delivery().signed(delete), 204);
        }
    }

    private long runs() {
        return sandbox.count("select count(*) from cover_run where finished_at is not null");
    }

    private long of(Insured insured) {
        return arrived.values().stream().filter(event -> isOf(event, insured)).count();
    }

    private static boolean isOf(WebhookEvent event, Insured insured) {
        return event.type() == EventType.COVERAGE_STARTED
                && event.coverage().workerId().equals(insured.workerId());
    }
}
