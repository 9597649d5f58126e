package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.Booking;
import io.tongban.sandbox.wire.People.Insured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner has go wrong at a province: with its own order, by the province, and nowhere in between. */
@ExtendWith(RunningSandbox.class)
class ProvinceScenariosTest {
    private final TestSandbox sandbox;
    private final Insuring insuring;

    ProvinceScenariosTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        this.insuring = new Insuring(sandbox);
    }

    /** One of each dialect. */
    @ParameterizedTest
    @ValueSource(strings = {"44", "51", "41", "12"})
    void asksAfterALostReplyAndBooksOnce(String province) {
        Insured insured = insuring.insured(sandbox.delivery(), province);

        JsonNode settled = insuring.settled(sandbox.delivery(), withheld(insured, "lost-reply"));

        assertThat(settled.path("state").asText()).as(settled.toString()).isEqualTo("CONFIRMED");
        assertThat(settled.path("history").findValuesAsText("what")).contains("INQUIRED");
        assertThat(booked(insured)).hasSize(1);
    }

    @Test
    void isRefusedBecauseNobodyKnowsThePersonAndTheNextOrderIsNot() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");

        JsonNode refused = insuring.settled(sandbox.delivery(), withheld(insured, "refused-person-unknown"));

        assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.at("/refusal/code").asText()).isEqualTo("province-person-unknown");
        assertThat(booked(insured)).isEmpty();
        String id = sandbox.accepted(
                        sandbox.delivery()
                                .post("/v1/withholdings", People.order(insured, "2026-10", Insuring.AMOUNT_FEN)),
                        202)
                .path("id")
                .asText();
        assertThat(insuring.settled(sandbox.delivery(), id).path("state").asText())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void isTriedAgainWhereTheProvinceHangsUp() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");

        JsonNode settled = insuring.settled(sandbox.delivery(), withheld(insured, "province-closed"));

        assertThat(settled.path("state").asText()).as(settled.toString()).isEqualTo("CONFIRMED");
        assertThat(booked(insured)).hasSize(1);
    }

    @Test
    void staysInProcessWhileTheProvinceSaysSo() {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String id = withheld(insured, "in-process-one-day");

        JsonNode read = sandbox.await(
                sandbox.delivery(),
                "/v1/withholdings/" + id,
                seen -> seen.path("history").findValuesAsText("what").contains("INQUIRED"));

        assertThat(read.path("state").asText()).isEqualTo("IN_PROCESS");
        assertThat(booked(insured)).hasSize(1);
    }

    @Test
    void isTakenBackByAProvinceThatSaysSoByItself() {
        Insured insured = insuring.insured(sandbox.delivery(), "41");

        String id = withheld(insured, "reversed-later");

        sandbox.await(
                sandbox.delivery(),
                "/v1/withholdings/" + id,
                read -> read.path("state").asText().equals("REVERSED"));
        assertThat(booked(insured)).isEmpty();
    }

    @Test
    void actsOnRegistrationsToo() {
        String worker = sandbox.accepted(asking("/v1/workers", sandbox.registration("44"), "lost-reply"), 201)
                .path("id")
                .asText();

        sandbox.await(
                sandbox.delivery(),
                "/v1/workers/" + worker,
                read -> read.at("/enrolments/0/state").asText().equals("ENROLLED"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/withholdings, reversed-later, 44",
        "/v1/withholdings, in-process-one-day, 43",
        "/v1/workers, refused-person-unknown, 44",
        "/v1/mandates, lost-reply, 44"
    })
    void isRefusedWhereNobodyCanPlayItAndNothingHappens(String target, String scenario, String province) {
        Insured insured = target.equals("/v1/withholdings")
                ? insuring.insured(sandbox.delivery(), province)
                : new Insured(People.next(), "wkr_1", "mdt_1", province);
        String body = switch (target) {
            case "/v1/workers" -> sandbox.registration(province);
            case "/v1/mandates" -> People.mandate(insured.workerId(), province, Insuring.CAP_FEN);
            default -> People.order(insured, "2026-10", Insuring.AMOUNT_FEN);
        };

        Answer refused = sandbox.assertRefused(asking(target, body, scenario), "scenario-not-offered");

        assertThat(refused.text("parameter")).isEqualTo("Tongban-Scenario");
        assertThat(refused.text("detail")).contains(scenario);
    }

    /** The bookings of what was ordered with a scenario. */
    private List<Booking> booked(Insured insured) {
        return sandbox.province(insured.province()).ledger().bookingsOf(People.citizenNumber(insured.number()));
    }

    private String withheld(Insured insured, String scenario) {
        return sandbox.accepted(
                        asking("/v1/withholdings", People.order(insured, "2026-10", Insuring.AMOUNT_FEN), scenario),
                        202)
                .path("id")
                .asText();
    }

    private Call asking(String target, String body, String scenario) {
        return sandbox.delivery()
                .signed(sandbox.delivery()
                        .unsigned("POST", target, body)
                        .with("idempotency-key", TestSandbox.key())
                        .with("tongban-scenario", scenario));
    }
}
