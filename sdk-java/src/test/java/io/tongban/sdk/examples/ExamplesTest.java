package io.tongban.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import io.tongban.api.mandate.MandateState;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.status.WorkerStatus;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.withholding.Receipt;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.farside.FarSide;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.MutableClock;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.testing.SignedWebhook;
import io.tongban.sdk.testing.TestGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final MutableClock clock = new MutableClock();
    private final FarSide farSide = FarSide.open(clock);
    private final Tongban tongban = client();

    private Tongban client() {
        var key = Keys.p256("k-1");
        farSide.tokens().register("k", key);
        return Tongban.builder()
                .baseUrl(farSide.baseUrl())
                .issuer(farSide.issuer())
                .clientId("k")
                .privateKeyJwk(key.toJSONString())
                .clock(clock)
                .build();
    }

    @AfterEach
    void close() {
        tongban.close();
        farSide.close();
    }

    private Reply answer(Received request) {
        return switch (request.method() + " " + request.path().replaceAll("wkr_1|wh_[a-z0-9-]+", "id")) {
            case "POST /v1/workers" -> Reply.of(201, Samples.worker(EnrolmentState.PENDING));
            case "GET /v1/workers/id" -> Reply.of(200, Samples.worker(EnrolmentState.ENROLLED));
            case "POST /v1/mandates" -> Reply.of(201, Samples.mandate(MandateState.ACTIVE));
            case "POST /v1/withholdings" -> Reply.of(202, Samples.withholding("r-1", WithholdingState.IN_PROCESS));
            case "GET /v1/withholdings/id" -> Reply.of(200, Samples.withholding("r-1", WithholdingState.CONFIRMED));
            case "GET /v1/withholdings" ->
                Reply.of(200, new WithholdingPage(List.of(Samples.withholding("r-1", WithholdingState.REFUSED)), null));
            case "GET /v1/workers/id/status" -> Reply.of(200, new WorkerStatus("wkr_1", List.of()));
            case "GET /v1/withholdings/id/receipt" -> Reply.of(200, new Receipt("wh_r-1", receipt()));
            default -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }

    private String receipt() {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(farSide.keys().signing().getKeyID())
                    .type(new JOSEObjectType("tongban-receipt+jwt"))
                    .build();
            JWSObject jws = new JWSObject(header, new Payload("{\"sub\":\"wh_r-1\",\"state\":\"CONFIRMED\"}"));
            jws.sign(new ECDSASigner(farSide.keys().signing()));
            return jws.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void quickStartEndsWithAReceipt() {
        farSide.gateway().answer(this::answer);

        assertThat(QuickStart.run(tongban, Samples.NOW).state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(farSide.gateway().faults()).isEmpty();
    }

    @Test
    void manyAtOnceKeepTheirOrder() {
        farSide.gateway().answer(this::answer);

        assertThat(ManyAtOnce.withhold(tongban, List.of(Samples.order("a"), Samples.order("b"))))
                .hasSize(2);
        assertThat(ManyAtOnce.refusedFen(tongban, YearMonth.of(2026, 10))).isEqualTo(110_200);
    }

    @Test
    void errorsByPhaseSayWhatToDoNext() {
        farSide.gateway()
                .answer(
                        Reply.problem(ProblemType.PERIOD_ALREADY_WITHHELD),
                        Reply.problem(ProblemType.MANDATE_REVOKED),
                        Reply.problem(ProblemType.WORKER_REGISTRATION_PENDING),
                        Reply.problem(ProblemType.REFERENCE_USED),
                        Reply.raw(200, "?"));

        List<ErrorsByPhase.Next> next = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            next.add(ErrorsByPhase.withhold(tongban, Samples.order("r-1")));
        }
        assertThat(next)
                .containsExactly(
                        ErrorsByPhase.Next.GIVE_THE_MONEY_BACK,
                        ErrorsByPhase.Next.GIVE_THE_MONEY_BACK,
                        ErrorsByPhase.Next.SEND_AGAIN_LATER,
                        ErrorsByPhase.Next.LOOK_INTO_IT,
                        ErrorsByPhase.Next.LOOK_INTO_IT);
    }

    @Test
    void webhookReceiverHandlesAnEventOnceAndOnlyAGenuineOne() throws Exception {
        List<WebhookEvent> handled = new ArrayList<>();
        String url = "https://partner.example/tongban";
        TestGateway gateway = TestGateway.create(clock);
        WebhookEvent event = new WebhookEvent(
                "evt_1",
                EventType.WORKER_ENROLLED,
                Samples.NOW,
                Samples.worker(EnrolmentState.ENROLLED),
                null,
                null,
                null,
                null,
                null);
        try (WebhookReceiver receiver = new WebhookReceiver(url, gateway.keys(), clock, handled::add)) {
            assertThat(post(receiver, gateway.sign(url, event))).isEqualTo(204);
            assertThat(post(receiver, gateway.sign(url, event))).isEqualTo(204);
            assertThat(post(receiver, TestGateway.create(clock).sign(url, event)))
                    .isEqualTo(401);
            assertThat(post(receiver, gateway.sign(url + "/other", event))).isEqualTo(401);
        }
        assertThat(handled).containsExactly(event);
    }

    @Test
    void webhookReceiverLosesNoEventWhoseHandlerFailed() throws Exception {
        List<WebhookEvent> handled = new ArrayList<>();
        AtomicBoolean databaseDown = new AtomicBoolean(true);
        String url = "https://partner.example/tongban";
        TestGateway gateway = TestGateway.create(clock);
        WebhookEvent event = new WebhookEvent(
                "evt_1",
                EventType.WORKER_ENROLLED,
                Samples.NOW,
                Samples.worker(EnrolmentState.ENROLLED),
                null,
                null,
                null,
                null,
                null);
        try (WebhookReceiver receiver = new WebhookReceiver(url, gateway.keys(), clock, each -> {
            if (databaseDown.get()) {
                throw new IllegalStateException("no database");
            }
            handled.add(each);
        })) {
            assertThat(post(receiver, gateway.sign(url, event)))
                    .as("so that it comes again")
                    .isEqualTo(500);
            databaseDown.set(false);
            assertThat(post(receiver, gateway.sign(url, event))).isEqualTo(204);
            assertThat(post(receiver, gateway.sign(url, "{not json".getBytes())))
                    .as("genuine, and not readable with this version")
                    .isEqualTo(500);
            assertThat(post(receiver, gateway.sign(url, "{\"id\":\"evt_2\",\"type\":\"worker.moved\"}".getBytes())))
                    .as("of a kind that nobody here waits for")
                    .isEqualTo(204);
        }
        assertThat(handled).containsExactly(event);
    }

    private static int post(WebhookReceiver receiver, SignedWebhook webhook) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port()))
                .POST(BodyPublishers.ofByteArray(webhook.body()));
        webhook.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
