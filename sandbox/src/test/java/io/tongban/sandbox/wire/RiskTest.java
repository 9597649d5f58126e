package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The agency's rules in the way of a payment at a counter. */
@ExtendWith(RunningSandbox.class)
class RiskTest {
    private static final long DUE_FEN = 110_200;

    private final TestSandbox sandbox;
    private final Counters counters;

    @TempDir
    private Path folder;

    RiskTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        counters = new Counters(sandbox);
    }

    @Test
    void aPaymentThatARuleHoldsHappensOnceTheAgencyApproves() throws Exception {
        // A rule counts by the day.
        Counters.awaitDay();
        counters.furnish();
        String teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - {id: big, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "100000", verdict: HOLD}
                  - {id: seen, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "1", verdict: REFUSE, shadow: "true"}
                  - {id: fast, valid-from: 2026-01-01, operations: [payAtCounter], of: OPERATOR, in: DAY, most: "1", verdict: REFUSE}
                """);
        try (Node node =
                Node.of(sandbox.stack().startNode("risk", Map.of("tongban.risk.rules", rules.toString())), sandbox)) {
            ByHand bank = node.partner(Counters.BANK);
            String first = order(People.next());
            refused(node, paying(bank, first, teller), "risk-held");
            refused(node, paying(bank, first, teller), "risk-held");
            JsonNode held = sandbox.accepted(() -> sandbox.agency().get("/v1/admin/risk-cases?state=HELD"), 200)
                    .get("items");
            assertThat(held).hasSize(1);
            assertThat(held.at("/0/rule").asText()).isEqualTo("big");
            assertThat(held.at("/0/operator").asText()).isEqualTo(teller);
            assertThat(held.at("/0/amountFen").asLong()).isEqualTo(DUE_FEN);
            String decision = "/v1/admin/risk-cases/" + held.at("/0/id").asText() + "/decision";
            String approval = "{\"verdict\":\"APPROVED\",\"note\":\"the branch was called\"}";
            sandbox.accepted(() -> sandbox.agency().post(decision, approval), 200);
            sandbox.assertRefused(() -> sandbox.agency().post(decision, approval), "risk-case-decided");

            Answer paid = node.wire().send(paying(bank, first, teller));
            assertThat(paid.status()).as("%s", new String(paid.body())).isEqualTo(201);
            assertThat(sandbox.count(
                            "select count(*) from audit where action = 'counter-payment.taken' and subject_id = '"
                                    + paid.text("id")
                                    + "' and facts::jsonb->'risk'->>'verdict' = 'APPROVED'"
                                    + " and facts::jsonb->'risk'->'shadow'->>0 = 'seen'"))
                    .isEqualTo(1);
            String second = order(People.next());
            refused(node, paying(bank, second, teller), "risk-refused");
            refused(node, paying(bank, second, teller), "risk-refused");
            assertThat(sandbox.count("select count(*) from risk_case where state = 'REFUSED'"))
                    .as("asked again, one case")
                    .isEqualTo(1);
            assertThat(
                            sandbox.count(
                                    "select count(*) from audit where action = 'risk.refused'"
                                            + " and facts::jsonb->'risk'->>'rule' = 'fast'"
                                            + " and facts::jsonb->'risk'->'counts'->>0 like 'OPERATOR %' and facts::jsonb ? 'reference'"))
                    .isEqualTo(2);
            try (Stream<String> log = Files.lines(node.process().log())) {
                assertThat(log.filter(line -> line.contains("Request failed"))).isEmpty();
            }
        }
        sandbox.assertRefused(
                () -> sandbox.agency()
                        .post("/v1/admin/risk-cases/rsk_none/decision", "{\"verdict\":\"REJECTED\",\"note\":\"x\"}"),
                "risk-case-not-found");
    }

    private static void refused(Node node, Call call, String code) {
        Answer answer = node.wire().send(call);
        assertThat(answer.text("code")).as("%s", new String(answer.body())).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(403);
    }

    private String order(int n) {
        String worker = new Insuring(sandbox).enrolled(counters.bank(), "44", n);
        String mandate = sandbox.accepted(
                        counters.bank()
                                .post(
                                        "/v1/mandates",
                                        People.mandate(worker, "44", 200_000)
                                                .replace(
                                                        "\"capFen\"",
                                                        "\"payouts\":{\"baseFen\":551000,\"sharePercent\":100,\"payoutPercent\":100},\"capFen\"")),
                        201)
                .get("id")
                .asText();
        return "{\"partnerReference\":\"risk-%d\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"amountFen\":%d,\"means\":\"CASH\"}"
                .formatted(n, worker, mandate, DUE_FEN);
    }

    private static Call paying(ByHand bank, String order, String teller) {
        return Counters.at(
                bank,
                bank.unsigned("POST", "/v1/counter-payments", order).with("idempotency-key", TestSandbox.key()),
                Counters.context(Counters.TERMINAL, teller, "pay"));
    }
}
