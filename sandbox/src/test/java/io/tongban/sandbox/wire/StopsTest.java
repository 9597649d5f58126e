package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The agency's kill switch, at the node that was told and at another. */
@ExtendWith(RunningSandbox.class)
class StopsTest {
    /** Promised for every node. */
    private static final Duration IN_FORCE = Duration.ofSeconds(2);

    private static final String BANK = "jialing-bank";
    private static final String POINT = "jl-01-t1";

    private final TestSandbox sandbox;
    private final Counters counters;

    StopsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        counters = new Counters(sandbox);
    }

    @Test
    void nothingPassesAtAnyNodeTwoSecondsAfterAStop() throws Exception {
        counters.furnish();
        String teller = counters.operator(BANK, "TELLER", "jl-01");
        try (Node other = Node.of(sandbox.stack().startNode("stops", Map.of()), sandbox)) {
            List<Way> ways =
                    List.of(new Way(sandbox.partner(BANK), sandbox.wire()), new Way(other.partner(BANK), other.wire()));

            tried(
                    ways,
                    "{\"kind\":\"PARTNER\",\"subject\":\"jialing-bank\",\"reason\":\"lost its key\"}",
                    Way::register);
            tried(
                    ways,
                    "{\"kind\":\"OPERATION\",\"subject\":\"registerOperator\",\"reason\":\"a fault\"}",
                    Way::register);
            String lostItsKey = "{\"kind\":\"PARTNER\",\"subject\":\"jialing-bank\",\"reason\":\"must not read on\"}";
            tried(ways, lostItsKey, way -> way.looking(teller));
            tried(
                    ways,
                    "{\"kind\":\"OPERATION\",\"subject\":\"readOperator\",\"reason\":\"tells too much\"}",
                    way -> way.looking(teller));
            tried(
                    ways,
                    "{\"kind\":\"OPERATOR\",\"partner\":\"jialing-bank\",\"subject\":\"%s\",\"reason\":\"a thief\"}"
                            .formatted(teller),
                    way -> way.fromCounter(teller));
            tried(
                    ways,
                    "{\"kind\":\"POINT\",\"partner\":\"jialing-bank\",\"subject\":\"jl-01\",\"reason\":\"the branch of it\"}",
                    way -> way.fromCounter(teller));
            tried(
                    ways,
                    "{\"kind\":\"POINT\",\"partner\":\"jialing-bank\",\"subject\":\"jl-01-t1\",\"reason\":\"stolen\"}",
                    way -> way.lookingFromCounter(teller));
        }
    }

    /** Stops, and asks at both nodes until both refuse; then lets go, and asks until both accept again. */
    private void tried(List<Way> ways, String stop, Function<Way, Answer> effect) {
        ways.forEach(way -> assertThat(effect.apply(way).status()).as(stop).isBetween(200, 299));
        String id = sandbox.accepted(() -> sandbox.agency().post("/v1/admin/stops", stop), 201)
                .get("id")
                .asText();
        Instant latest = Instant.now().plus(IN_FORCE);
        for (Way way : ways) {
            Supplier<Instant> lastAccepted = () -> {
                Instant last = Instant.MIN;
                while (true) {
                    Instant asked = Instant.now();
                    Answer answer = effect.apply(way);
                    if (answer.status() == 403) {
                        assertThat(answer.text("code")).isEqualTo("stopped");
                        return last;
                    }
                    assertThat(answer.status()).isBetween(200, 299);
                    last = asked;
                }
            };
            assertThat(lastAccepted.get())
                    .as("asked last and accepted, " + stop)
                    .isBefore(latest);
        }
        assertThat(sandbox.accepted(() -> sandbox.agency().get("/v1/admin/stops"), 200)
                        .get("items")
                        .findValuesAsText("id"))
                .contains(id);
        assertThat(sandbox.accepted(() -> sandbox.agency().post("/v1/admin/stops", stop), 201)
                        .get("id")
                        .asText())
                .as("what is stopped stays stopped, once")
                .isEqualTo(id);
        sandbox.accepted(() -> sandbox.agency().post("/v1/admin/stops/" + id + "/release", ""), 200);
        ways.forEach(way -> Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> effect.apply(way).status(), status -> status < 300));
        assertThat(sandbox.count("select count(*) from audit where subject_id = '" + id
                        + "' and action in ('stop.placed', 'stop.released') and actor_kind = 'officer'"))
                .isEqualTo(2);
    }

    @Test
    void aStopSaysWhoseItIsAndTheAgencyIsNeverStopped() {
        ByHand agency = sandbox.agency();
        sandbox.assertRefused(
                () -> agency.post("/v1/admin/stops", "{\"kind\":\"POINT\",\"subject\":\"x\",\"reason\":\"whose?\"}"),
                "field-missing");
        sandbox.assertRefused(
                () -> agency.post(
                        "/v1/admin/stops",
                        "{\"kind\":\"PARTNER\",\"partner\":\"jialing-bank\",\"subject\":\"jialing-bank\",\"reason\":\"twice\"}"),
                "field-invalid");
        sandbox.assertRefused(() -> agency.post("/v1/admin/stops/stp_none/release", ""), "stop-not-found");
        String id = sandbox.accepted(
                        () -> agency.post(
                                "/v1/admin/stops",
                                "{\"kind\":\"OPERATION\",\"subject\":\"releaseStop\",\"reason\":\"a mistake\"}"),
                        201)
                .get("id")
                .asText();
        sandbox.accepted(() -> agency.post("/v1/admin/stops/" + id + "/release", ""), 200);
    }

    /** A bank at one node. */
    private record Way(ByHand bank, Wire wire) {
        Answer register() {
            return wire.send(bank.post(
                    "/v1/operators",
                    "{\"staffNumber\":\"S%s\",\"role\":\"TELLER\",\"points\":[\"jl-01\"]}".formatted(People.next())));
        }

        Answer fromCounter(String teller) {
            Call unsigned = bank.unsigned(
                            "PUT",
                            "/v1/operators/" + teller,
                            "{\"role\":\"TELLER\",\"state\":\"ACTIVE\",\"points\":[\"jl-01\"]}")
                    .with("idempotency-key", TestSandbox.key());
            return wire.send(Counters.at(bank, unsigned, Counters.context(POINT, teller, "status")));
        }

        Answer looking(String teller) {
            return wire.send(bank.get("/v1/operators/" + teller));
        }

        Answer lookingFromCounter(String teller) {
            return wire.send(Counters.at(
                    bank,
                    bank.unsigned("GET", "/v1/operators/" + teller, ""),
                    Counters.context(POINT, teller, "status")));
        }
    }
}
