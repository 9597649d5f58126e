package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.webhook.EventType;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.outbox.Eventually;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.Verification;
import io.tongban.signature.Verifier;
import io.tongban.signature.WebhookVerifier;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {
    private final Receiver receiver = new Receiver();
    private final WebhookBench bench = new WebhookBench(Map.of());

    @AfterEach
    void close() {
        bench.close();
        receiver.close();
    }

    @Test
    void deliversAnEventThatThePartnerCanVerify() throws IOException {
        bench.endpoint(receiver.url("/hook?for=us"), EventType.WORKER_ENROLLED);
        bench.start().enrolled(WebhookBench.CLIENT);
        Node.awaitEmpty(bench.jdbi);

        assertThat(receiver.calls).hasSize(1);
        Receiver.Call call = receiver.calls.get(0);
        assertThat(verify(call)).isInstanceOf(Verification.Verified.class);
        JsonNode event = new ObjectMapper().readTree(call.body());
        assertThat(event.get("id").asText()).startsWith("evt_");
        assertThat(event.get("type").asText()).isEqualTo("worker.enrolled");
        assertThat(event.at("/worker/nameMasked").asText()).isEqualTo("李*");
        assertThat(bench.states()).containsExactly("DELIVERED");
        assertThat(bench.tried("delivered")).isEqualTo(1);
    }

    @Test
    void sendsTheSameOctetsUnderANewSignatureUntilTheyAreTaken() {
        receiver.answer(500).answer(410).answer(200);
        bench.endpoint(receiver.url("/hook"), EventType.WORKER_ENROLLED);
        bench.start().enrolled(WebhookBench.CLIENT);
        Node.awaitEmpty(bench.jdbi);

        assertThat(receiver.calls).hasSize(3);
        assertThat(receiver.calls)
                .extracting(Receiver.Call::body)
                .allMatch(body ->
                        java.util.Arrays.equals(body, receiver.calls.get(0).body()));
        assertThat(receiver.calls)
                .extracting(call -> call.message().fields().single("Signature").orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(receiver.calls).allMatch(call -> verify(call) instanceof Verification.Verified);
        assertThat(bench.tried("status-5xx")).isEqualTo(1);
        assertThat(bench.tried("status-4xx")).isEqualTo(1);
    }

    @Test
    void tellsOnlyThisPartnersEndpointsThatAskedForTheEvent() {
        bench.endpoint(receiver.url("/enrolled"), EventType.WORKER_ENROLLED, EventType.WORKER_REFUSED);
        bench.endpoint(receiver.url("/confirmed"), EventType.WITHHOLDING_CONFIRMED);
        bench.start().enrolled(WebhookBench.CLIENT);
        bench.enrolled("courier-two");
        Node.awaitEmpty(bench.jdbi);
        assertThat(receiver.calls)
                .extracting(call -> call.message().targetUri())
                .containsExactly(receiver.url("/enrolled").toString());
    }

    @Test
    void sendsNothingToAnEndpointThatWasDeletedMeanwhile() {
        String id =
                bench.endpoint(receiver.url("/hook"), EventType.WORKER_ENROLLED).id();
        bench.enrolled(WebhookBench.CLIENT);
        bench.jdbi.useTransaction(
                handle -> bench.service.delete(handle, new Principal.Program(WebhookBench.CLIENT), id));
        bench.start();
        Node.awaitEmpty(bench.jdbi);
        assertThat(receiver.calls).isEmpty();
        assertThat(bench.states()).containsExactly("DROPPED");
    }

    @Test
    void givesUpAfterThreeDays() {
        for (int i = 0; i < 1000; i++) {
            receiver.answer(503);
        }
        bench.endpoint(receiver.url("/hook"), EventType.WORKER_ENROLLED);
        bench.start().enrolled(WebhookBench.CLIENT);
        Eventually.holds("it is tried again", () -> receiver.calls.size() > 1);
        assertThat(bench.states()).containsExactly("PENDING");
        Node.pass(bench.jdbi, "3 days");
        Node.awaitEmpty(bench.jdbi);
        assertThat(bench.states()).containsExactly("FAILED");
        assertThat(bench.meters.get("tongban.webhook.failed").counter().count()).isEqualTo(1);
    }

    private static Verification verify(Receiver.Call call) {
        return new WebhookVerifier(Clock.tickMillis(ClockConfig.ZONE), Duration.ofMinutes(5))
                .verify(
                        call.message(),
                        call.body(),
                        keyid -> keyid.equals(WebhookBench.KEY.getKeyID())
                                ? new KeyAnswer.Found(Verifier.of(WebhookBench.KEY.toPublicJWK()))
                                : new KeyAnswer.Unknown());
    }
}
