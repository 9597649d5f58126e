package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of a bank: a payment at a counter that two people signed, and one that a rule holds: real things that only a gateway
 * with rules makes. Once for a running sandbox, since that takes a node of its own.
 *
 * @param payer a worker who has not paid, and the mandate
 * @param payment the counter payment
 * @param approval of the payment, with its proof
 * @param heldCase the risk case of the one that is held
 */
record ContractThings(Payer payer, String payment, String approval, String heldCase) {
    static final long DUE_FEN = 110_200;
    /** Of the bank's, closed, and nothing was taken on it. */
    static final String DAY = "2026-10-31";

    private static final Map<Object, ContractThings> MADE = new ConcurrentHashMap<>();

    record Payer(String worker, String mandate) {}

    static ContractThings of(TestSandbox sandbox) {
        return MADE.computeIfAbsent(sandbox.stack(), stack -> new Maker(sandbox).make());
    }

    /** Makes them at a node of its own, which has left when they are there. */
    private record Maker(TestSandbox sandbox, Counters counters) {
        Maker(TestSandbox sandbox) {
            this(sandbox, new Counters(sandbox));
        }

        ContractThings make() {
            counters.furnish();
            sandbox.accepted(counters.bank().post("/v1/counter-days/" + DAY + "/closing", "{\"entries\":[]}"), 200);
            try {
                Path rules = Files.writeString(Files.createTempFile("rules", ".yaml"), """
                        rules:
                          - {id: two, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "100000", verdict: SECOND_PERSON,
                             source: "a test", mark: ASSUMED}
                          - {id: often, valid-from: 2026-01-01, operations: [payAtCounter], of: OPERATOR, in: DAY, most: "1", verdict: HOLD}
                        """);
                try (Node node = Node.of(
                        sandbox.stack().startNode("contract", Map.of("tongban.risk.rules", rules.toString())),
                        sandbox)) {
                    return made(node);
                }
            } catch (Exception e) {
                throw new IllegalStateException("nothing to read", e);
            }
        }

        private ContractThings made(Node node) throws Exception {
            // A rule counts by the day.
            Counters.awaitDay();
            ByHand bank = node.partner(Counters.BANK);
            Signatory teller = Signatory.of(sandbox, Counters.BANK, "TELLER", "nl-01");
            Signatory supervisor = Signatory.of(sandbox, Counters.BANK, "SUPERVISOR", "nl-01");
            Call order = order(bank, teller);
            OperatorContent content = OperatorContent.of(order.message(), order.body());
            OperatorSignature maker = teller.signer().make(content);
            OperatorSignature checker = supervisor.signer().check(content, maker);
            String approval =
                    sent(node, signed(bank, order, maker), 202).get("id").asText();
            String payment = sent(node, signed(bank, order, maker, checker), 201)
                    .get("id")
                    .asText();
            Call second = order(bank, teller);
            Answer held = node.wire().send(signed(bank, second, teller.signer().make(contentOf(second))));
            assertThat(held.text("code")).as(text(held)).isEqualTo("risk-held");
            String heldCase = sandbox.accepted(() -> sandbox.agency().get("/v1/admin/risk-cases?state=HELD"), 200)
                    .at("/items/0/id")
                    .asText();
            return new ContractThings(payer(), payment, approval, heldCase);
        }

        private static OperatorContent contentOf(Call call) {
            return OperatorContent.of(call.message(), call.body());
        }

        private Payer payer() {
            String worker = new Insuring(sandbox).enrolled(counters.bank(), "44", People.next());
            Call grant = counters.bank().post("/v1/mandates", Counters.mandateForCounters(worker));
            return new Payer(worker, sandbox.accepted(grant, 201).get("id").asText());
        }

        private Call order(ByHand bank, Signatory teller) {
            Payer payer = payer();
            return bank.unsigned(
                            "POST",
                            "/v1/counter-payments",
                            "{\"partnerReference\":\"contract-%d\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"amountFen\":%d,\"means\":\"CASH\"}"
                                    .formatted(People.next(), payer.worker(), payer.mandate(), DUE_FEN))
                    .with("idempotency-key", TestSandbox.key())
                    .with("counter-context", Counters.context(Counters.TERMINAL, teller.number(), "pay"));
        }

        private static Call signed(ByHand bank, Call order, OperatorSignature... people) {
            Call program = bank.signed(order);
            Map<String, String> fields = program.fields();
            for (OperatorSignature each : people) {
                fields = each.beside(fields);
            }
            return new Call(program.method(), program.base(), program.target(), program.body(), fields);
        }

        private static JsonNode sent(Node node, Call call, int status) {
            Answer answer = node.wire().send(call);
            assertThat(answer.status()).as(text(answer)).isEqualTo(status);
            return answer.json();
        }

        private static String text(Answer answer) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
    }
}
