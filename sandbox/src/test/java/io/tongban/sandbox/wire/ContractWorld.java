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
        sandbox.accepted(sandbox.agency().post("/v1/admin/partners", partner(clientId)), 201);
    }

    ByHand caller(ContractOperation operation) {
        return operation.isAgencys() ? sandbox.agency() : sandbox.delivery();
    }

    /** Of the path's parameters, by name. */
    Map<String, String> path(ContractOperation operation) {
        return Map.of(
                "workerId",
                insured.workerId(),
                "mandateId",
                insured.mandateId(),
                "payoutId",
                "pyo_none",
                "withholdingId",
                withholding,
                "webhookEndpointId",
                "whe_none",
                "taskId",
                "tsk_none",
                "clientId",
                clientId,
                "code",
                operation.id().equals("readProblem") ? "field-unknown" : PROVINCE);
    }

    /** A body that is right, of another thing each time. */
    ObjectNode body(ContractOperation operation) {
        String body = switch (operation.id()) {
            case "registerWorker" -> People.registration(People.next(), "44");
            case "findWorker" -> People.search(insured.number());
            case "createMandate" -> People.mandate(insured.workerId(), "44", Insuring.CAP_FEN);
            case "revokeMandate" -> "{\"revokedAt\":\"2026-11-01T00:00:00Z\",\"reason\":\"changed platform\"}";
            case "withhold" -> People.order(insured, "2026-%02d".formatted(2 + month++ % 9), Insuring.AMOUNT_FEN);
            case "reportPayouts" ->
                "{\"payouts\":[{\"partnerReference\":\"contract-%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"paidOn\":\"2026-10-05\",\"earnedFen\":60000}]}"
                        .formatted(TestSandbox.key(), insured.workerId(), insured.mandateId());
            case "quote" -> QuotesTest.RIDER;
            case "createWebhookEndpoint" -> "{\"url\":\"" + HOOK + "\",\"events\":[\"worker.refused\"]}";
            case "registerPartner" -> partner("contract-partner-" + People.next());
            case "replacePartnerKeys" -> "{\"jwks\":" + jwks() + "}";
            case "changePartnerState" -> "{\"state\":\"ACTIVE\"}";
            case "changeProvinceState" -> "{\"state\":\"RUNNING\",\"reason\":\"contract\"}";
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
        sandbox.accepted(sandbox.agency().signed(running), 200);
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
