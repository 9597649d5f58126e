package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.RegisterOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No partner learns from the gateway's answers what another one did, or is kept out by it. */
@OverEachTransport
class ManyPartnersTest {
    private static final String RIGHT = "测试员";
    private static final String WRONG = "测试圆";

    private final TestSandbox sandbox;
    private final Insuring insuring;

    ManyPartnersTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void answersTheSameWhoeverThePersonIs() {
        int known = People.next();
        int other = People.next();
        insuring.enrolled(sandbox.delivery(), "44", known);
        insuring.enrolled(sandbox.delivery(), "44", other);
        long before = sandbox.persons("44");

        Instant asked = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        JsonNode rightName = registered(sandbox.ride(), known, RIGHT);
        JsonNode wrongName = registered(sandbox.ride(), other, WRONG);
        JsonNode nobodys = registered(sandbox.ride(), People.next(), RIGHT);

        for (JsonNode each : List.of(rightName, wrongName, nobodys)) {
            assertThat(each.at("/enrolments/0/state").asText()).isEqualTo("PENDING");
            assertThat(Instant.parse(each.at("/enrolments/0/updatedAt").asText()))
                    .isAfterOrEqualTo(asked);
            assertThat(names(each)).isEqualTo(names(nobodys));
            assertThat(names(each.at("/enrolments/0"))).isEqualTo(names(nobodys.at("/enrolments/0")));
        }
        assertThat(outcome(sandbox.ride(), rightName).get("state").asText()).isEqualTo("ENROLLED");
        assertThat(outcome(sandbox.ride(), nobodys).get("state").asText()).isEqualTo("ENROLLED");
        JsonNode refused = outcome(sandbox.ride(), wrongName);
        assertThat(refused.get("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.at("/refusal/code").asText()).isEqualTo("province-identity-mismatch");
        assertThat(sandbox.persons("44")).isEqualTo(before + 1);
    }

    @Test
    void aWrongNameUnderWayKeepsTheRightfulPartnerOutOfNothing() {
        int n = People.next();
        provinceKnows(n);
        sandbox.province("44").faults().latency(Duration.ofSeconds(2), Duration.ZERO);
        try {
            JsonNode wrong = registered(sandbox.ride(), n, WRONG);
            JsonNode right = registered(sandbox.delivery(), n, RIGHT);
            assertThat(outcome(sandbox.delivery(), right).get("state").asText()).isEqualTo("ENROLLED");
            assertThat(outcome(sandbox.ride(), wrong).get("state").asText()).isEqualTo("REFUSED");
        } finally {
            sandbox.province("44").faults().latency(Duration.ZERO, Duration.ZERO);
        }
    }

    @Test
    void aRefusedRegistrationIsPutRightUnderItsReferenceOrANewOne() {
        int n = People.next();
        provinceKnows(n);
        JsonNode first = registered(sandbox.delivery(), n, WRONG);
        assertThat(outcome(sandbox.delivery(), first).get("state").asText()).isEqualTo("REFUSED");

        JsonNode again = registered(sandbox.delivery(), n, WRONG);
        assertThat(outcome(sandbox.delivery(), again).get("state").asText()).isEqualTo("REFUSED");
        assertThat(again.at("/enrolments/0/id")).isNotEqualTo(first.at("/enrolments/0/id"));

        String corrected = People.registration(n, "44", People.citizenNumber(n), RIGHT)
                .replace("\"rider-" + n + "\"", "\"rider-new-" + n + "\"");
        JsonNode right = sandbox.accepted(sandbox.delivery().post("/v1/workers", corrected), 201);
        assertThat(outcome(sandbox.delivery(), right).get("state").asText()).isEqualTo("ENROLLED");
        assertThat(right.get("id")).isEqualTo(first.get("id"));
        assertThat(right.get("partnerReference").asText()).isEqualTo("rider-new-" + n);
    }

    private JsonNode registered(ByHand partner, int n, String name) {
        return sandbox.accepted(
                partner.post("/v1/workers", People.registration(n, "44", People.citizenNumber(n), name)), 201);
    }

    /** The province has the person from elsewhere. */
    private void provinceKnows(int n) {
        ((Ledger) sandbox.province("44").ledger())
                .register(
                        "ELSEWHERE" + n,
                        new RegisterOrder(People.citizenNumber(n), RIGHT, "13900000017", "work-place"));
    }

    private JsonNode outcome(ByHand partner, JsonNode worker) {
        return sandbox.await(
                        partner,
                        "/v1/workers/" + worker.get("id").asText(),
                        read -> !read.at("/enrolments/0/state").asText().equals("PENDING"))
                .at("/enrolments/0");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
