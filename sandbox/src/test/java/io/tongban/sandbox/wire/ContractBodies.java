package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.sandbox.wire.ContractThings.Payer;
import io.tongban.sandbox.wire.People.Insured;
import java.io.IOException;
import java.io.UncheckedIOException;

/** For each operation a body that is right, with every object that the contract has in it. */
final class ContractBodies {
    private static final String HOOK = ContractWorld.HOOK;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Insured insured;
    private final String payoutMandate;
    private final String instruction;
    private final Payer payer;
    private int month;

    ContractBodies(Insured insured, String payoutMandate, String instruction, Payer payer) {
        this.insured = insured;
        this.payoutMandate = payoutMandate;
        this.instruction = instruction;
        this.payer = payer;
    }

    /** A body that is right, of another thing each time. */
    ObjectNode of(ContractOperation operation) {
        String body = switch (operation.id()) {
            case "registerWorker" ->
                ChosenInsurancesTest.choosing(People.next(), "44", "{\"insurance\":\"AAE140:110\",\"baseFen\":551000}");
            case "findWorker" -> People.search(insured.number());
            case "createMandate" -> payoutMandate(insured.workerId());
            case "revokeMandate" -> "{\"revokedAt\":\"2026-11-01T00:00:00Z\",\"reason\":\"changed platform\"}";
            case "withhold" -> People.order(insured, "2026-%02d".formatted(2 + month++ % 9), Insuring.AMOUNT_FEN);
            case "reportPayouts" -> payouts();
            case "askForInstruction" ->
                "{\"workerId\":\"%s\",\"mandateId\":\"%s\"}".formatted(insured.workerId(), payoutMandate);
            case "changeInsurance" -> pause();
            case "correctWorker" -> correction();
            case "quote" -> QuotesTest.RIDER;
            case "advise" -> AdviceTest.RIDER;
            case "proveContribution" ->
                "{\"insurance\":\"AAE140:110\",\"period\":\"2026-10\",\"consentReference\":\"consent-2026-000017\"}";
            case "claimSubsidy" -> SubsidiesTest.claim("contract-" + TestSandbox.key(), "2026-10", 620_000);
            case "recordDecline" -> AdviceTest.decline("contract-" + TestSandbox.key(), "COMPLICATED");
            case "createWebhookEndpoint" -> "{\"url\":\"" + HOOK + "\",\"events\":[\"worker.refused\"]}";
            case "registerPartner" -> partner("contract-partner-" + People.next());
            case "replacePartnerKeys" -> "{\"jwks\":" + jwks() + "}";
            case "changePartnerState" -> "{\"state\":\"ACTIVE\"}";
            case "changeProvinceState" -> "{\"state\":\"RUNNING\",\"reason\":\"contract\"}";
            case "decideRiskCase" -> "{\"verdict\":\"REJECTED\",\"note\":\"contract\"}";
            case "approveCertification" -> "{\"province\":\"44\"}";
            case "placeStop" -> stop();
            case "sendCounterDayPage" ->
                "{\"page\":1,\"entries\":[{\"partnerReference\":\"contract-%s\",\"operation\":\"TAKEN\",\"means\":\"CASH\",\"point\":\"nl-01-t1\",\"operator\":\"T1\",\"amountFen\":1}]}"
                        .formatted(TestSandbox.key());
            case "closeCounterDay" ->
                "{\"entries\":[{\"partnerReference\":\"contract-%s\",\"operation\":\"TAKEN\",\"means\":\"CASH\",\"point\":\"nl-01-t1\",\"operator\":\"T1\",\"amountFen\":1}]}"
                        .formatted(TestSandbox.key());
            case "payAtCounter" ->
                "{\"partnerReference\":\"contract-%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"amountFen\":%d,\"means\":\"CASH\"}"
                        .formatted(TestSandbox.key(), payer.worker(), payer.mandate(), ContractThings.DUE_FEN);
            case "registerOperator" ->
                "{\"staffNumber\":\"C%s\",\"role\":\"TELLER\",\"points\":[\"nl-01\"],\"publicKey\":%s}"
                        .formatted(People.next(), jwk());
            case "changeOperator" ->
                "{\"role\":\"TELLER\",\"state\":\"ACTIVE\",\"points\":[\"nl-01\"],\"publicKey\":%s}".formatted(jwk());
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

    /** With what was held back before it under an instruction, which is said of nothing here. */
    String payouts() {
        return "{\"payouts\":[{\"partnerReference\":\"contract-%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"paidOn\":\"%s\",\"earnedFen\":60000,\"heldUnder\":{\"instructionId\":\"%s\",\"heldFen\":0}}]}"
                .formatted(TestSandbox.key(), insured.workerId(), payoutMandate, Counters.today(), instruction);
    }

    static String correction() {
        return "{\"partnerReference\":\"contract-%s\",\"province\":\"44\",\"mobile\":\"13900000018\",\"consentReference\":\"consent-2026-000017\"}"
                .formatted(TestSandbox.key());
    }

    /** For direct withholdings and for payouts. */
    static String payoutMandate(String worker) {
        return People.mandate(worker, "44", Insuring.CAP_FEN)
                .replace(
                        "\"capFen\"",
                        "\"payouts\":{\"baseFen\":551000,\"sharePercent\":60,\"payoutPercent\":20},\"capFen\"");
    }

    private static String pause() {
        return "{\"partnerReference\":\"contract-%s\",\"province\":\"44\",\"change\":\"PAUSE\",\"insurances\":[\"AAE140:110\"],\"consentReference\":\"consent-2026-000017\"}"
                .formatted(TestSandbox.key());
    }

    static String stop() {
        return "{\"kind\":\"PARTNER\",\"subject\":\"contract-%s\",\"reason\":\"contract\"}"
                .formatted(TestSandbox.key());
    }

    static String partner(String id) {
        return "{\"clientId\":\"%s\",\"name\":\"合同\",\"kind\":\"PLATFORM\",\"creditCode\":\"91350100M000100Y43\",\"jwks\":%s}"
                .formatted(id, jwks());
    }

    /** A key id is one partner's for good, so each set has another. */
    private static String jwks() {
        return new JWKSet(key()).toString(true);
    }

    private static String jwk() {
        return key().toPublicJWK().toJSONString();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("contract-" + People.next())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
