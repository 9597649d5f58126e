package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongban.sandbox.wire.People.Insured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** What the operations are about: things that there are, who may ask for them, and what is said of them. */
final class ContractWorld implements AutoCloseable {
    /** Of each operation: an amount by its base, a first month by today, and what only some changes and stops have. */
    private static final Map<String, Set<String>> BY_ANOTHER = Map.of(
            "changeInsurance", Set.of("change", "baseFen", "from"),
            "placeStop", Set.of("kind", "partner"),
            "withhold", Set.of("baseFen", "amountFen"));

    /** Of no other test. */
    private static final String PROVINCE = "66";

    static final String HOOK = "http://127.0.0.1:1/contract";
    private static final String HOOK_FOR_WORKERS = "{\"url\":\"" + HOOK + "\",\"events\":[\"worker.enrolled\"]}";

    private static final String RUNS = "/v1/certification-suites/platform/runs";

    private static final String PARTNER = "fengsong-delivery";

    private final TestSandbox sandbox;
    private final ContractThings things;
    private final Insured insured;
    private final String withholding;
    private final String clientId;
    private final String teller;
    private final String mandate;
    private final ContractBodies bodies;
    private final String payout;
    private final String change;
    private final String endpoint;
    private final String event;
    private final String stop;
    private final String certification;
    /** A run that has a report. */
    private final String reported;

    private final String request;

    ContractWorld(TestSandbox sandbox) {
        this.sandbox = sandbox;
        things = ContractThings.of(sandbox);
        teller = new Counters(sandbox).operator(Counters.BANK, "TELLER", "nl-01");
        endCertifications();
        reported = reported(made(RUNS, ""));
        certification = made(RUNS, "");
        endpoint = made("/v1/webhook-endpoints", HOOK_FOR_WORKERS);
        insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        withholding = sandbox.accepted(
                        sandbox.delivery()
                                .post("/v1/withholdings", People.order(insured, "2026-01", Insuring.AMOUNT_FEN)),
                        202)
                .get("id")
                .asText();
        new Insuring(sandbox).settled(sandbox.delivery(), withholding);
        clientId = "contract-partner-" + People.next();
        sandbox.accepted(() -> sandbox.agency().post("/v1/admin/partners", ContractBodies.partner(clientId)), 201);
        mandate = made("/v1/mandates", People.mandate(insured.workerId(), "44", Insuring.CAP_FEN));
        String payoutMandate = made("/v1/mandates", ContractBodies.payoutMandate(insured.workerId()));
        String instruction = made(
                "/v1/payouts/instructions",
                "{\"workerId\":\"%s\",\"mandateId\":\"%s\"}".formatted(insured.workerId(), payoutMandate));
        bodies = new ContractBodies(insured, payoutMandate, instruction, things.payer());
        payout = sandbox.accepted(sandbox.delivery().post("/v1/payouts", bodies.payouts()), 201)
                .at("/payouts/0/id")
                .asText();
        String corrections = "/v1/workers/" + insured.workerId() + "/corrections";
        change = sandbox.accepted(sandbox.delivery().post(corrections, ContractBodies.correction()), 202)
                .findValue("id")
                .asText();
        stop = sandbox.accepted(() -> sandbox.agency().post("/v1/admin/stops", ContractBodies.stop()), 201)
                .get("id")
                .asText();
        event = anEvent();
        request = aRequest();
    }

    /** A partner has one at a time, and a report waits for the log. */
    private void endCertifications() {
        sandbox.count("with over as (update certification set ended_at = now() where client_id = '" + PARTNER
                + "' and ended_at is null returning 1) select count(*) from over");
    }

    private String reported(String run) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> sandbox.wire()
                                .send(sandbox.delivery().post("/v1/certifications/" + run + "/report", ""))
                                .status()
                        == 201);
        return run;
    }

    private String made(String target, String body) {
        return sandbox.accepted(sandbox.delivery().post(target, body), 201)
                .get("id")
                .asText();
    }

    /** One that the endpoint is told of. */
    private String anEvent() {
        String told = "select count(*) from webhook_delivery where endpoint_id = '" + endpoint + "'";
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> sandbox.count(told) > 0);
        return text("select event_id from webhook_delivery where endpoint_id = '" + endpoint + "' limit 1");
    }

    private String aRequest() {
        JsonNode listed = sandbox.await(
                sandbox.delivery(),
                "/v1/request-log?subjectId=" + insured.workerId(),
                read -> !read.path("items").isEmpty());
        return listed.at("/items/0/id").asText();
    }

    private String text(String sql) {
        try (Connection connection = sandbox.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    ByHand caller(ContractOperation operation) {
        if (operation.id().matches("(?i).*(operator|counter|approval).*")) {
            return sandbox.partner(Counters.BANK);
        }
        return operation.isAgencys() ? sandbox.agency() : sandbox.delivery();
    }

    /** Header fields that it takes for a right request, beside those of every effect. */
    Map<String, String> fields(ContractOperation operation) {
        boolean fromACounter =
                Set.of("payAtCounter", "readCounterDue", "cancelCounterPayment").contains(operation.id());
        return fromACounter ? Map.of("Counter-Context", Counters.context(Counters.TERMINAL, teller, "pay")) : Map.of();
    }

    /** A query's parameter that has to be there. */
    String query(String name, String example) {
        return switch (name) {
            case "workerId" -> things.payer().worker();
            case "mandateId" -> things.payer().mandate();
            default -> example;
        };
    }

    /** Whether it may be done again and again: each new key of the gateway's is one that everybody has to fetch. */
    static boolean mayHappen(ContractOperation operation) {
        return !operation.id().equals("rotateGatewayKey");
    }

    /** Of the path's parameters, by name. */
    Map<String, String> path(ContractOperation operation) {
        return Map.ofEntries(
                Map.entry("workerId", insured.workerId()),
                // One that nothing else goes by, since it is revoked.
                Map.entry("mandateId", mandate),
                Map.entry("payoutId", payout),
                Map.entry("withholdingId", withholding),
                Map.entry("webhookEndpointId", endpoint),
                Map.entry("requestId", request),
                Map.entry("suite", "platform"),
                Map.entry("certificationId", operation.id().equals("readCertificationHtml") ? reported : certification),
                Map.entry("eventId", event),
                // Only a province that leaves a person to ask makes one; InventedProvinceTest reads it.
                Map.entry("taskId", "tsk_none"),
                Map.entry("stopId", stop),
                Map.entry("caseId", things.heldCase()),
                Map.entry("changeId", change),
                Map.entry("approvalId", things.approval()),
                Map.entry("clientId", clientId),
                Map.entry("staffNumber", teller),
                Map.entry("counterPaymentId", things.payment()),
                Map.entry("day", operation.id().equals("readCounterDay") ? ContractThings.DAY : "2026-11-01"),
                Map.entry("code", operation.id().equals("readProblem") ? "field-unknown" : PROVINCE));
    }

    /** Whether a value of this field is right or wrong by another field's or by today, which a schema says in words alone. */
    static boolean goesByAnother(ContractOperation operation, String field) {
        return BY_ANOTHER.getOrDefault(operation.id(), Set.of()).contains(field);
    }

    /** A body that is right, of another thing each time. */
    ObjectNode body(ContractOperation operation) {
        return bodies.of(operation);
    }

    /** Leaves no paused province, no endpoint that nobody listens at and no run of a certification. */
    @Override
    public void close() {
        endCertifications();
        Call running = sandbox.agency()
                .unsigned(
                        "PUT",
                        "/v1/admin/provinces/" + PROVINCE + "/state",
                        "{\"state\":\"RUNNING\",\"reason\":\"over\"}")
                .with("idempotency-key", TestSandbox.key());
        sandbox.accepted(() -> sandbox.agency().signed(running), 200);
        sandbox.accepted(sandbox.delivery().get("/v1/webhook-endpoints"), 200)
                .get("items")
                .forEach(endpoint -> {
                    if (endpoint.get("url").asText().equals(HOOK)) {
                        Call delete = sandbox.delivery()
                                .unsigned(
                                        "DELETE",
                                        "/v1/webhook-endpoints/"
                                                + endpoint.get("id").asText(),
                                        "")
                                .with("idempotency-key", TestSandbox.key());
                        sandbox.accepted(sandbox.delivery().signed(delete), 204);
                    }
                });
    }
}
