package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.sandbox.wire.People.Insured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What the operations are about: things that there are, and for each operation a body that is right. */
final class ContractWorld implements AutoCloseable {
    /** Of no other test. */
    private static final String PROVINCE = "66";

    private static final String HOOK = "http://127.0.0.1:1/contract";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestSandbox sandbox;
    private final Insured insured;
    private final String withholding;
    private final String clientId;
    private int month;

    ContractWorld(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        withholding = sandbox.accepted(
                        sandbox.delivery()
                                .post("/v1/withholdings", People.order(insured, "2026-01", Insuring.AMOUNT_FEN)),
                        202)
                .get("id")
                .asText();
        clientId = "contract-partner-" + People.next();
        sandbox.accepted(() -> sandbox.agency().post("/v1/admin/partners", partner(clientId)), 201);
    }

    ByHand caller(ContractOperation operation) {
        if (operation.id().endsWith("Operator") || operation.id().contains("CounterDay")) {
            return sandbox.partner("nanling-bank");
        }
        return operation.isAgencys() ? sandbox.agency() : sandbox.delivery();
    }

    /** Of the path's parameters, by name. */
    Map<String, String> path(ContractOperation operation) {
        return Map.ofEntries(
                Map.entry("workerId", insured.workerId()),
                Map.entry("mandateId", insured.mandateId()),
                Map.entry("payoutId", "pyo_none"),
                Map.entry("withholdingId", withholding),
                Map.entry("webhookEndpointId", "whe_none"),
                Map.entry("requestId", "req_none"),
                Map.entry("suite", "platform"),
                Map.entry("certificationId", "crt_none"),
                Map.entry("eventId", "evt_none"),
                Map.entry("taskId", "tsk_none"),
                Map.entry("stopId", "stp_none"),
                Map.entry("caseId", "rsk_none"),
                Map.entry("changeId", "chg_none"),
                Map.entry("approvalId", "apv_none"),
                Map.entry("clientId", clientId),
                Map.entry("staffNumber", "C0"),
                Map.entry("counterPaymentId", "cpm_none"),
                Map.entry("day", "2026-11-01"),
                Map.entry("code", operation.id().equals("readProblem") ? "field-unknown" : PROVINCE));
    }

    /** Whether a value of this field is right or wrong by another field's, which a schema says in words alone. */
    static boolean goesByAnother(ContractOperation operation, String field) {
        return operation.id().equals("changeInsurance") && (field.equals("change") || field.equals("baseFen"))
                || operation.id().equals("placeStop") && (field.equals("kind") || field.equals("partner"));
    }

    /** A body that is right, of another thing each time. */
    ObjectNode body(ContractOperation operation) {
        String body = switch (operation.id()) {
            case "registerWorker" ->
                ChosenInsurancesTest.choosing(People.next(), "44", "{\"insurance\":\"AAE140:110\",\"baseFen\":551000}");
            case "findWorker" -> People.search(insured.number());
            case "createMandate" -> People.mandate(insured.workerId(), "44", Insuring.CAP_FEN);
            case "revokeMandate" -> "{\"revokedAt\":\"2026-11-01T00:00:00Z\",\"reason\":\"changed platform\"}";
            case "withhold" -> People.order(insured, "2026-%02d".formatted(2 + month++ % 9), Insuring.AMOUNT_FEN);
            case "reportPayouts" ->
                "{\"payouts\":[{\"partnerReference\":\"contract-%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"paidOn\":\"2026-10-05\",\"earnedFen\":60000}]}"
                        .formatted(TestSandbox.key(), insured.workerId(), insured.mandateId());
            case "askForInstruction" ->
                "{\"workerId\":\"%s\",\"mandateId\":\"%s\"}".formatted(insured.workerId(), insured.mandateId());
            case "changeInsurance" ->
                "{\"partnerReference\":\"contract-%s\",\"province\":\"44\",\"change\":\"PAUSE\",\"insurances\":[\"AAE140:110\"],\"consentReference\":\"contract\"}"
                        .formatted(TestSandbox.key());
            case "correctWorker" ->
                "{\"partnerReference\":\"contract-%s\",\"province\":\"44\",\"mobile\":\"13900000018\",\"consentReference\":\"contract\"}"
                        .formatted(TestSandbox.key());
            case "quote" -> QuotesTest.RIDER;
            case "advise" -> AdviceTest.RIDER;
            case "proveContribution" ->
                "{\"insurance\":\"AAE140:110\",\"period\":\"2026-10\",\"consentReference\":\"contract\"}";
            case "claimSubsidy" -> SubsidiesTest.claim("contract-" + TestSandbox.key(), "2026-10", 620_000);
            case "recordDecline" -> AdviceTest.decline("contract-" + TestSandbox.key(), "COMPLICATED");
            case "createWebhookEndpoint" -> "{\"url\":\"" + HOOK + "\",\"events\":[\"worker.refused\"]}";
            case "registerPartner" -> partner("contract-partner-" + People.next());
            case "replacePartnerKeys" -> "{\"jwks\":" + jwks() + "}";
            case "changePartnerState" -> "{\"state\":\"ACTIVE\"}";
            case "changeProvinceState" -> "{\"state\":\"RUNNING\",\"reason\":\"contract\"}";
            case "decideRiskCase" -> "{\"verdict\":\"REJECTED\",\"note\":\"contract\"}";
            case "placeStop" ->
                "{\"kind\":\"PARTNER\",\"subject\":\"contract-%s\",\"reason\":\"contract\"}"
                        .formatted(TestSandbox.key());
            case "sendCounterDayPage" ->
                "{\"page\":1,\"entries\":[{\"partnerReference\":\"contract-%s\",\"operation\":\"TAKEN\",\"means\":\"CASH\",\"point\":\"nl-01-t1\",\"operator\":\"T1\",\"amountFen\":1}]}"
                        .formatted(TestSandbox.key());
            case "closeCounterDay" ->
                "{\"entries\":[{\"partnerReference\":\"contract-%s\",\"operation\":\"TAKEN\",\"means\":\"CASH\",\"point\":\"nl-01-t1\",\"operator\":\"T1\",\"amountFen\":1}]}"
                        .formatted(TestSandbox.key());
            case "payAtCounter" ->
                "{\"partnerReference\":\"contract-%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"amountFen\":60000,\"means\":\"CASH\"}"
                        .formatted(TestSandbox.key(), insured.workerId(), insured.mandateId());
            case "registerOperator" ->
                "{\"staffNumber\":\"C%s\",\"role\":\"TELLER\",\"points\":[\"nl-01\"]}".formatted(People.next());
            case "changeOperator" -> "{\"role\":\"TELLER\",\"state\":\"ACTIVE\",\"points\":[\"nl-01\"]}";
            case "importServicePoints" ->
                "{\"owner\":\"tongban-agency\",\"lines\":[\"reference,parent,kind,level,name,address,division,position,hours,services,languages,state\"]}";
            case "resolveReviewTask" -> "{\"outcome\":\"NOT_BOOKED\",\"note\":\"contract\"}";
            default -> throw new IllegalStateException("which body is right for " + operation.id() + "?");
        };
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String partner(String id) {
        return "{\"clientId\":\"%s\",\"name\":\"合同\",\"kind\":\"PLATFORM\",\"creditCode\":\"91350100M000100Y43\",\"jwks\":%s}"
                .formatted(id, jwks());
    }

    /** A key id is one partner's for good, so each set has another. */
    private static String jwks() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256)
                            .keyID("contract-" + People.next())
                            .generate())
                    .toString(true);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves no paused province and no endpoint that nobody listens at. */
    @Override
    public void close() {
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
