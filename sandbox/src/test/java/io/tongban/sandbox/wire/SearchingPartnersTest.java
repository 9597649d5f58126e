package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.RegisterOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever tries names, or looks at many people in a short time, is stopped, and the agency is told. */
@ExtendWith(RunningSandbox.class)
class SearchingPartnersTest {
    private static final int MISMATCHES = 5;
    private static final int LOOKS = 20;

    private final TestSandbox sandbox;
    private final Insuring insuring;

    SearchingPartnersTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void whoTriesNamesIsStoppedAndTheAgencyTold() {
        int n = People.next();
        ((Ledger) sandbox.province("44").ledger())
                .register("TRIED" + n, new RegisterOrder(People.citizenNumber(n), "测试员", "13900000017", "work-place"));
        for (int i = 0; i < MISMATCHES; i++) {
            String worker = sandbox.accepted(
                            sandbox.delivery().post("/v1/workers", named(n, "王" + "一二三四五".charAt(i))), 201)
                    .get("id")
                    .asText();
            sandbox.await(
                    sandbox.delivery(),
                    "/v1/workers/" + worker,
                    read -> read.at("/enrolments/0/state").asText().equals("REFUSED"));
        }

        sandbox.assertRefused(sandbox.delivery().post("/v1/workers", named(n, "测试员")), "identity-attempts-exceeded");

        assertThat(refusals("fengsong-delivery", "IDENTITY_ATTEMPTS")).isPositive();
        // Nobody else is kept out by it.
        insuring.enrolled(sandbox.ride(), "44", n);
    }

    @Test
    void whoLooksAtManyIsStoppedAndTheAgencyTold() throws Exception {
        String worker = insuring.enrolled(sandbox.ride(), "44", People.next());
        String target = "/v1/workers/" + worker + "/status";
        try (Node node = Node.of(
                sandbox.stack()
                        .startNode(
                                "watching",
                                Map.of(
                                        "tongban.looks.window",
                                        "PT24H",
                                        "tongban.looks.partners.kuaixing-ride",
                                        String.valueOf(LOOKS))),
                sandbox)) {
            for (int i = 0; i < LOOKS; i++) {
                assertThat(node.wire()
                                .send(node.partner("kuaixing-ride").get(target))
                                .status())
                        .isEqualTo(200);
            }

            Answer refused = node.wire().send(node.partner("kuaixing-ride").get(target));

            assertThat(refused.text("code")).isEqualTo("looks-exceeded");
            assertThat(Integer.parseInt(refused.field("retry-after"))).isBetween(1, 24 * 3600);
            assertThat(looks(worker)).isEqualTo(LOOKS);
            assertThat(refusals("kuaixing-ride", "STATUS_LOOKS")).isPositive();
        }
    }

    private long looks(String worker) {
        return sandbox.count(
                "select count(*) from audit where action = 'worker.status-read' and subject_id = '" + worker + "'");
    }

    private long refusals(String clientId, String kind) {
        JsonNode alerts = sandbox.accepted(() -> sandbox.agency().get("/v1/admin/alerts"), 200);
        for (JsonNode alert : alerts.get("items")) {
            if (alert.get("clientId").asText().equals(clientId)
                    && alert.get("kind").asText().equals(kind)) {
                return alert.get("refusals").asLong();
            }
        }
        return 0;
    }

    private static String named(int n, String name) {
        return People.registration(n, "44", People.citizenNumber(n), name);
    }
}
