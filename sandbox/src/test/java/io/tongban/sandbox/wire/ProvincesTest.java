package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.wire.People.Insured;
import org.junit.jupiter.api.Test;

/** What partners may know of a province, and what the agency lets pass to it. */
@OverEachTransport
class ProvincesTest {
    private final TestSandbox sandbox;
    private final Insuring insuring;

    ProvincesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void listsTheProvincesByCode() {
        JsonNode list = sandbox.accepted(sandbox.delivery().get("/v1/provinces"), 200);

        assertThat(list.findValuesAsText("code")).contains("44", "51").isSorted();
        assertThat(list.findValuesAsText("state")).containsOnly("RUNNING");
    }

    @Test
    void tellsWhatAProvinceTakesAndHowItIsDoing() {
        JsonNode guangdong = sandbox.accepted(sandbox.delivery().get("/v1/provinces/44"), 200);

        assertThat(guangdong.get("nameZh").asText()).isEqualTo("广东");
        assertThat(guangdong.get("dialect").asText()).isEqualTo("soap");
        assertThat(guangdong.get("insurances").get(0).asText()).isEqualTo("AAE140:110");
        assertThat(guangdong.at("/capabilities/withhold").asText()).isEqualTo("ONLINE");
        assertThat(guangdong.get("open").asBoolean()).isTrue();
        assertThat(guangdong.get("health").asText()).isEqualTo("UP");
        assertThat(guangdong.get("typicalOutcomeSeconds").asLong()).isNotNegative();
        assertThat(guangdong.hasNonNull("expectedBy")).isTrue();
        assertThat(guangdong.get("waiting").asLong()).isNotNegative();
    }

    @Test
    void knowsNoProvinceThatIsNotConnected() {
        sandbox.assertRefused(sandbox.delivery().get("/v1/provinces/99"), "not-found");
        sandbox.assertRefused(sandbox.delivery().get("/v1/provinces/98"), "not-found");
    }

    @Test
    void showsWhatTheAgencyDecidedAndWho() {
        try {
            JsonNode paused = sandbox.accepted(() -> change("51", "PAUSED", "the province moves its system"), 200);

            assertThat(paused.get("state").asText()).isEqualTo("PAUSED");
            assertThat(paused.get("changedBy").asText()).isEqualTo("tongban-agency");
            JsonNode seen = sandbox.accepted(sandbox.delivery().get("/v1/provinces/51"), 200);
            assertThat(seen.get("state").asText()).isEqualTo("PAUSED");
            assertThat(seen.hasNonNull("expectedBy")).isFalse();
        } finally {
            sandbox.accepted(() -> change("51", "RUNNING", "it has moved"), 200);
        }
        assertThat(sandbox.accepted(sandbox.delivery().get("/v1/provinces/51"), 200)
                        .get("state")
                        .asText())
                .isEqualTo("RUNNING");
    }

    @Test
    void whatIsAcceptedWhileAProvinceIsPausedIsSentOnceItRunsAgain() {
        Insured insured = insuring.insured(sandbox.delivery(), "51");
        sandbox.accepted(() -> change("51", "PAUSED", "the province moves its system"), 200);
        String id;
        try {
            Call call = sandbox.delivery()
                    .signed(sandbox.delivery()
                            .unsigned("POST", "/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN))
                            .with("idempotency-key", TestSandbox.key())
                            .with("prefer", "wait=2"));
            JsonNode accepted = sandbox.accepted(call, 202);
            assertThat(accepted.get("state").asText()).isEqualTo("ACCEPTED");
            assertThat(accepted.hasNonNull("expectedBy")).isFalse();
            id = accepted.get("id").asText();
        } finally {
            sandbox.accepted(() -> change("51", "RUNNING", "it has moved"), 200);
        }
        assertThat(insuring.settled(sandbox.delivery(), id).get("state").asText())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void aDrainingProvinceTakesNothingNewAndSaysWhenToLookAgain() {
        Insured insured = insuring.insured(sandbox.delivery(), "51");
        sandbox.accepted(() -> change("51", "DRAINING", "the province will move its system"), 200);
        try {
            Answer refused = sandbox.assertRefused(
                    sandbox.delivery().post("/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN)),
                    "province-draining");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.field("retry-after")).isEqualTo("300");
            sandbox.assertRefused(
                    sandbox.delivery().post("/v1/workers", sandbox.registration("51")), "province-draining");
        } finally {
            sandbox.accepted(() -> change("51", "RUNNING", "it did not move"), 200);
        }
    }

    @Test
    void keepsPersonalDataOutOfTheReason() {
        sandbox.assertRefused(() -> change("51", "PAUSED", "asked by 13900000017"), "personal-number-misplaced");
        sandbox.assertRefused(() -> change("99", "PAUSED", "not connected"), "not-found");
    }

    @Test
    void leavesProvincesAndTasksToTheAgency() {
        sandbox.assertRefused(
                put(sandbox.delivery(), "/v1/admin/provinces/44/state", body("PAUSED", "to annoy others")),
                "scope-missing");
        sandbox.assertRefused(sandbox.delivery().get("/v1/admin/review-tasks"), "scope-missing");
    }

    @Test
    void listsTasksAndKnowsNoneThatWasNotOpened() {
        assertThat(sandbox.accepted(() -> sandbox.agency().get("/v1/admin/review-tasks?province=51&state=SETTLED"), 200)
                        .get("items")
                        .isArray())
                .isTrue();
        sandbox.assertRefused(() -> sandbox.agency().get("/v1/admin/review-tasks/tsk_none"), "task-not-found");
        sandbox.assertRefused(
                () -> sandbox.agency()
                        .post(
                                "/v1/admin/review-tasks/tsk_none/resolution",
                                "{\"outcome\":\"NOT_BOOKED\",\"note\":\"asked by telephone\"}"),
                "task-not-found");
    }

    private Call change(String province, String state, String reason) {
        return put(sandbox.agency(), "/v1/admin/provinces/" + province + "/state", body(state, reason));
    }

    private static String body(String state, String reason) {
        return "{\"state\":\"%s\",\"reason\":\"%s\"}".formatted(state, reason);
    }

    private static Call put(ByHand partner, String target, String body) {
        return partner.signed(partner.unsigned("PUT", target, body).with("idempotency-key", TestSandbox.key()));
    }
}
