package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where scenarios are played, and where not. */
@ExtendWith(RunningSandbox.class)
class ScenariosOfferedTest {
    private final TestSandbox sandbox;

    ScenariosOfferedTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void theSandboxHasACatalogue() {
        JsonNode items =
                sandbox.accepted(sandbox.delivery().get("/v1/scenarios"), 200).path("items");

        assertThat(items.findValuesAsText("name"))
                .containsExactly(
                        "rate-limited",
                        "unavailable-then-ok",
                        "lost-answer",
                        "bad-answer-signature",
                        "lost-reply",
                        "refused-person-unknown",
                        "in-process-one-day",
                        "reversed-later",
                        "province-closed");
        assertThat(items.findValuesAsText("descriptionZh")).allMatch(text -> text.contains("。"));
    }

    /** In front of real systems there is nobody to play. */
    @Test
    void aGatewayThatKnowsNoSimulatorsOffersWhatHappensAtTheEdgeAlone() throws Exception {
        try (Node node = Node.of(
                sandbox.stack().startNode("no-simulators", Map.of("tongban.scenarios.provinces", "")), sandbox)) {
            ByHand partner = node.partner("fengsong-delivery");

            assertThat(node.wire()
                            .send(partner.get("/v1/scenarios"))
                            .json()
                            .path("items")
                            .findValuesAsText("name"))
                    .contains("lost-answer")
                    .doesNotContain("lost-reply");
            Answer refused = node.wire()
                    .send(partner.signed(partner.unsigned("POST", "/v1/workers", sandbox.registration("44"))
                            .with("idempotency-key", TestSandbox.key())
                            .with("tongban-scenario", "lost-reply")));
            assertThat(refused.text("code")).isEqualTo("scenario-unknown");
        }
    }

    /** As a gateway is without the sandbox's setting. */
    @Test
    void productionRefusesThem() throws Exception {
        try (Node node = Node.of(
                sandbox.stack().startNode("no-scenarios", Map.of("tongban.scenarios.enabled", "false")), sandbox)) {
            ByHand partner = node.partner("fengsong-delivery");
            Call asking = partner.unsigned("GET", "/v1/provinces", "").with("tongban-scenario", "rate-limited");

            Answer refused = node.wire().send(partner.signed(asking));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("code")).isEqualTo("scenario-not-offered");
            assertThat(node.wire().send(partner.get("/v1/scenarios")).json().path("items"))
                    .isEmpty();
        }
    }
}
