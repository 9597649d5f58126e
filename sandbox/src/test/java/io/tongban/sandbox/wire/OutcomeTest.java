package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.sandbox.wire.People.Insured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@OverEachTransport
class OutcomeTest {
    private final TestSandbox sandbox;
    private final Insuring insuring;

    OutcomeTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void whoPrefersToWaitGetsTheOutcomeAndTheSameAgain() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String key = TestSandbox.key();
        String order = People.order(insured, "2026-10", AMOUNT_FEN);
        Call call = sandbox.delivery()
                .signed(sandbox.delivery()
                        .unsigned("POST", "/v1/withholdings", order)
                        .with("idempotency-key", key)
                        .with("prefer", "wait=10"));

        Answer waited = sandbox.wire().send(call);
        Answer again = sandbox.wire().send(sandbox.delivery().post("/v1/withholdings", order, key));

        assertThat(waited.text("state")).isEqualTo("CONFIRMED");
        assertThat(waited.field("preference-applied")).isEqualTo("wait=10");
        assertThat(again.body()).isEqualTo(waited.body());
    }

    @Test
    void whoPrefersMoreThanTenSecondsGetsTen() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        Call call = sandbox.delivery()
                .signed(sandbox.delivery()
                        .unsigned("POST", "/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN))
                        .with("idempotency-key", TestSandbox.key())
                        .with("prefer", "wait=60"));

        assertThat(sandbox.wire().send(call).field("preference-applied")).isEqualTo("wait=10");
    }

    @Test
    void whileTheFirstWaitsRepetitionsAreToldSoAndNeverGetAnotherAnswer() throws Exception {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String key = TestSandbox.key();
        String order = People.order(insured, "2026-10", AMOUNT_FEN);
        sandbox.province("44").faults().latency(Duration.ofSeconds(2), Duration.ZERO);
        try {
            var first = CompletableFuture.supplyAsync(() -> sandbox.wire()
                    .send(sandbox.delivery()
                            .signed(sandbox.delivery()
                                    .unsigned("POST", "/v1/withholdings", order)
                                    .with("idempotency-key", key)
                                    .with("prefer", "wait=10"))));
            Set<String> bodies = new TreeSet<>();
            while (!first.isDone()) {
                Answer again = sandbox.wire().send(sandbox.delivery().post("/v1/withholdings", order, key));
                if (again.status() == 202) {
                    bodies.add(new String(again.body(), StandardCharsets.UTF_8));
                } else {
                    assertThat(again.text("code")).isEqualTo("idempotency-in-progress");
                }
            }
            bodies.add(new String(first.get().body(), StandardCharsets.UTF_8));
            assertThat(bodies).hasSize(1);
        } finally {
            sandbox.province("44").faults().latency(Duration.ZERO, Duration.ZERO);
        }
    }

    @Test
    void theStatusTellsThroughWhichMonthAWorkerIsPaid() {
        for (String province : new String[] {"44", "51"}) {
            Insured insured = insuring.insured(sandbox.delivery(), province);
            JsonNode accepted = sandbox.accepted(
                    sandbox.delivery().post("/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN)), 202);
            insuring.settled(sandbox.delivery(), accepted.get("id").asText());

            JsonNode status =
                    sandbox.accepted(sandbox.delivery().get("/v1/workers/" + insured.workerId() + "/status"), 200);

            JsonNode pension = status.at("/insurances/0");
            assertThat(pension.get("source").asText()).isEqualTo("PROVINCE");
            assertThat(pension.get("state").asText()).isEqualTo("PAYING");
            assertThat(pension.get("paidThrough").asText()).isEqualTo("2026-10");
            assertThat(pension.at("/lastWithholdings/0/id")).isEqualTo(accepted.get("id"));
        }
    }

    @Test
    void aReceiptIsVerifiableOfflineAndOnlyThereWhenTheOutcomeIsFinal() throws Exception {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        // Long enough that even on a busy machine the receipt is asked for before the province answers.
        sandbox.province("44").faults().latency(Duration.ofSeconds(6), Duration.ZERO);
        String id = sandbox.accepted(
                        sandbox.delivery().post("/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN)), 202)
                .get("id")
                .asText();
        sandbox.assertRefused(sandbox.delivery().get("/v1/withholdings/" + id + "/receipt"), "withholding-not-final");
        sandbox.province("44").faults().latency(Duration.ZERO, Duration.ZERO);
        insuring.settled(sandbox.delivery(), id);

        JWSObject receipt =
                JWSObject.parse(sandbox.accepted(sandbox.delivery().get("/v1/withholdings/" + id + "/receipt"), 200)
                        .get("jws")
                        .asText());

        JWKSet keys = JWKSet.parse(sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", ""))
                .json()
                .toString());
        assertThat(receipt.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(receipt.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(receipt.getHeader().getType().getType()).isEqualTo("tongban-receipt+jwt");
        assertThat(receipt.getPayload().toJSONObject())
                .containsEntry("sub", id)
                .containsEntry("state", "CONFIRMED")
                .containsEntry("amountFen", AMOUNT_FEN);
    }

    @Test
    void pagesGoThroughAllWithholdingsNewestFirstAndEachOnce() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        for (String month : new String[] {"2026-07", "2026-08", "2026-09", "2026-10"}) {
            sandbox.accepted(
                    sandbox.delivery().post("/v1/withholdings", People.order(insured, month, AMOUNT_FEN)), 202);
        }

        String target = "/v1/withholdings?limit=3&workerId=" + insured.workerId();
        JsonNode first = sandbox.accepted(sandbox.delivery().get(target), 200);
        JsonNode second = sandbox.accepted(
                sandbox.delivery()
                        .get(target + "&cursor=" + first.get("nextCursor").asText()),
                200);

        assertThat(first.findValuesAsText("period")).containsExactly("2026-10", "2026-09", "2026-08");
        assertThat(second.findValuesAsText("period")).containsExactly("2026-07");
        assertThat(second.path("nextCursor").isMissingNode()).isTrue();
    }
}
