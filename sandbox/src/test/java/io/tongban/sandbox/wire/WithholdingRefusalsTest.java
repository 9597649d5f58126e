package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static io.tongban.sandbox.wire.Insuring.CAP_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.wire.People.Insured;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OverEachTransport
class WithholdingRefusalsTest {
    private final TestSandbox sandbox;
    private final Insuring insuring;

    WithholdingRefusalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @ParameterizedTest(name = "{1} fen: {0}")
    @CsvSource({
        "amount-not-positive,  0",
        "amount-not-positive,  -110200",
        "mandate-cap-exceeded, 200001",
    })
    void refusesAnAmount(String code, long amountFen) {
        Insured insured = insuring.insured(sandbox.delivery(), "44");

        refused(
                code,
                People.order(insured, "2026-10", amountFen).replaceAll("\"baseFen\":-?[0-9]+", "\"baseFen\":551000"));
    }

    @Test
    void refusesAnAmountAboveItsBase() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String order = People.order(insured, "2026-10", AMOUNT_FEN);

        Answer answer = sandbox.assertRefused(
                withhold(order.replaceAll("\"baseFen\":-?[0-9]+", "\"baseFen\":" + (AMOUNT_FEN - 1))), "field-invalid");

        assertThat(answer.text("pointer")).isEqualTo("/amountFen");
        assertThat(answer.text("detail")).contains("above its base");
        sandbox.accepted(withhold(order.replaceAll("\"baseFen\":-?[0-9]+", "\"baseFen\":" + AMOUNT_FEN)), 202);
    }

    @Test
    void tellsWhetherItIsWorthWaitingForARegistration() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");

        Answer nowhere = sandbox.assertRefused(
                sandbox.delivery().post("/v1/mandates", People.mandate(insured.workerId(), "51", CAP_FEN)),
                "worker-not-registered-there");

        assertThat(nowhere.json().get("retryable").asBoolean()).isFalse();
    }

    @Test
    void refusesUnderARevokedMandate() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        sandbox.accepted(
                sandbox.delivery()
                        .post(
                                "/v1/mandates/" + insured.mandateId() + "/revocation",
                                "{\"revokedAt\":\"2026-11-01T00:00:00Z\"}"),
                200);

        refused("mandate-revoked", People.order(insured, "2026-10", AMOUNT_FEN));
    }

    @Test
    void refusesUnderTheMandateOfAnotherWorker() {
        Insured one = insuring.insured(sandbox.delivery(), "44");
        Insured other = insuring.insured(sandbox.delivery(), "44");

        refused(
                "mandate-of-another-worker",
                People.order(new Insured(0, one.workerId(), other.mandateId(), "44"), "2026-10", AMOUNT_FEN));
    }

    @Test
    void refusesAMonthBeforeTheMandateAndOneThatHasNotBegun() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");

        refused("mandate-not-covering", People.order(insured, "2025-12", AMOUNT_FEN));
        refused("period-in-future", People.order(insured, "2199-01", AMOUNT_FEN));
    }

    @Test
    void refusesTheSameMonthUnderAnotherKey() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        sandbox.accepted(withhold(People.order(insured, "2026-10", AMOUNT_FEN)), 202);

        refused("period-already-withheld", People.order(insured, "2026-10", AMOUNT_FEN));
    }

    @Test
    void refusesTheSameMonthThroughAnotherPartner() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        Insured elsewhere = insuring.insured(sandbox.ride(), "44", insured.number());
        sandbox.accepted(withhold(People.order(insured, "2026-10", AMOUNT_FEN)), 202);

        sandbox.assertRefused(
                sandbox.ride().post("/v1/withholdings", People.order(elsewhere, "2026-10", AMOUNT_FEN)),
                "period-already-withheld");
    }

    @Test
    void refusesAReferenceThatWasUsed() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String once = "wh-once-" + People.next();
        sandbox.accepted(withhold(People.order(once, insured, "2026-09", AMOUNT_FEN)), 202);

        refused("reference-used", People.order(once, insured, "2026-10", AMOUNT_FEN));
    }

    @Test
    void tellsOfTheReferenceOfARepeatedOrderWhoseMandateWasRevokedSince() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String order = People.order("wh-repeat-" + People.next(), insured, "2026-09", AMOUNT_FEN);
        sandbox.accepted(withhold(order), 202);
        sandbox.accepted(
                sandbox.delivery()
                        .post(
                                "/v1/mandates/" + insured.mandateId() + "/revocation",
                                "{\"revokedAt\":\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                                        + "\",\"reason\":\"left\"}"),
                200);

        refused("reference-used", order);
    }

    @Test
    void anotherPartnersMandateAndWithholdingAreNotThere() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String id = sandbox.accepted(withhold(People.order(insured, "2026-10", CAP_FEN)), 202)
                .get("id")
                .asText();

        sandbox.assertRefused(sandbox.ride().get("/v1/withholdings/" + id), "withholding-not-found");
        sandbox.assertRefused(sandbox.ride().get("/v1/withholdings/" + id + "/receipt"), "withholding-not-found");
        sandbox.assertRefused(sandbox.ride().get("/v1/mandates/" + insured.mandateId()), "mandate-not-found");
    }

    private void refused(String code, String order) {
        sandbox.assertRefused(withhold(order), code);
    }

    private Call withhold(String order) {
        return sandbox.delivery().post("/v1/withholdings", order);
    }
}
