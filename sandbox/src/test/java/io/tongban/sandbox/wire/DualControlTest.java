package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.api.approval.ApprovalProof;
import io.tongban.sdk.DualControlProof;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two people of a bank sign one payment, against the packaged gateway: one of them alone takes nothing. */
@ExtendWith(RunningSandbox.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DualControlTest {
    private static final long DUE_FEN = 110_200;
    private static final String PATH = "/v1/counter-payments";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestSandbox sandbox;
    private final Counters counters;
    private Node node;
    private ByHand bank;
    private Signatory teller;
    private Signatory supervisor;

    DualControlTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        counters = new Counters(sandbox);
    }

    @BeforeAll
    void aNodeWithTheRule(@TempDir Path folder) throws Exception {
        counters.furnish();
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - {id: two, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "100000", verdict: SECOND_PERSON,
                     source: "a test", mark: ASSUMED}
                """);
        node = Node.of(sandbox.stack().startNode("dual", Map.of("tongban.risk.rules", rules.toString())), sandbox);
        bank = node.partner(Counters.BANK);
        teller = person(Counters.BANK, "TELLER", "nl-01");
        supervisor = person(Counters.BANK, "SUPERVISOR", "nl-01");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private Signatory person(String clientId, String role, String point) throws Exception {
        return Signatory.of(sandbox, clientId, role, point);
    }

    /** A payment that a maker asks for: the same request, to be signed by the program each time it is sent. */
    private final class Paying {
        private final String key = TestSandbox.key();
        private final String reference = "dual-" + People.next();
        private final Call unsigned;
        private final Signatory maker;

        Paying(Signatory maker, String worker, String mandate) {
            this.maker = maker;
            unsigned = bank.unsigned(
                            "POST",
                            PATH,
                            "{\"partnerReference\":\"%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"amountFen\":%d,\"means\":\"CASH\"}"
                                    .formatted(reference, worker, mandate, DUE_FEN))
                    .with("idempotency-key", key)
                    .with("counter-context", Counters.context(Counters.TERMINAL, maker.number(), "pay"));
        }

        OperatorContent content() {
            return OperatorContent.of(unsigned.message(), unsigned.body());
        }

        OperatorSignature made() {
            return maker.signer().make(content());
        }

        Answer send(OperatorSignature... people) {
            return node.wire().send(signed(unsigned, people));
        }

        long taken() {
            return sandbox.count(
                    "select count(*) from counter_payment c join payout p on p.id = c.payout_id where p.partner_reference = '"
                            + reference + "'");
        }
    }

    private Call signed(Call unsigned, OperatorSignature... people) {
        Call program = bank.signed(unsigned);
        Map<String, String> fields = program.fields();
        for (OperatorSignature each : people) {
            fields = each.beside(fields);
        }
        return new Call(program.method(), program.base(), program.target(), program.body(), fields);
    }

    private Paying paying(Signatory maker) {
        String worker = new Insuring(sandbox).enrolled(counters.bank(), "44", People.next());
        String mandate = sandbox.accepted(
                        counters.bank().post("/v1/mandates", Counters.mandateForCounters(worker)), 201)
                .get("id")
                .asText();
        return new Paying(maker, worker, mandate);
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.text("code"))
                .as("%s", new String(answer.body(), UTF_8))
                .isEqualTo(code);
    }

    private String pending(Answer answer) {
        assertThat(answer.status()).as("%s", new String(answer.body(), UTF_8)).isEqualTo(202);
        assertThat(answer.text("state")).isEqualTo("PENDING");
        return answer.text("id");
    }

    private JsonNode read(String target) {
        Answer answer = node.wire().send(bank.get(target));
        assertThat(answer.status()).as("%s", new String(answer.body(), UTF_8)).isEqualTo(200);
        return answer.json();
    }

    @Test
    void twoPeopleSignAndThePaymentIsTakenOnceHoweverManySignAtOnce() throws Exception {
        Paying paying = paying(teller);
        refused(paying.send(), "second-person-required");
        OperatorSignature maker = paying.made();
        String id = pending(paying.send(maker));
        assertThat(pending(paying.send(paying.made()))).as("asked again").isEqualTo(id);
        assertThat(paying.taken()).isZero();
        assertThat(read("/v1/approvals?state=PENDING").findValuesAsText("id")).contains(id);
        OperatorSignature checker = supervisor.signer().check(paying.content(), maker);
        List<Answer> answers = allAtOnce(paying, maker, checker);

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("id"))
                .containsOnly(answers.get(0).text("id"));
        assertThat(paying.taken()).isEqualTo(1);
        JsonNode confirmed = read("/v1/approvals/" + id);
        assertThat(confirmed.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(confirmed.get("maker").asText()).isEqualTo(teller.number());
        assertThat(confirmed.get("checker").asText()).isEqualTo(supervisor.number());
        assertThat(confirmed.get("effectId").asText()).isEqualTo(answers.get(0).text("id"));
        assertProof(id, paying);
        assertThat(sandbox.count("select count(*) from audit where action = 'counter-payment.taken' and subject_id = '"
                        + answers.get(0).text("id") + "' and facts::jsonb->>'checker' = '" + supervisor.number()
                        + "' and facts::jsonb->'risk'->>'secondPerson' = 'two'"))
                .isEqualTo(1);
    }

    private static List<Answer> allAtOnce(Paying paying, OperatorSignature... people) {
        return IntStream.range(0, 8)
                .mapToObj(any ->
                        CompletableFuture.supplyAsync(() -> inItsTurn(paying, people), run -> new Thread(run).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** On a slow machine the first one's turn may outlast what the gateway holds the others for. */
    private static Answer inItsTurn(Paying paying, OperatorSignature... people) {
        Answer answer = paying.send(people);
        for (int turn = 0; turn < 20 && answer.text("code").equals("idempotency-in-progress"); turn++) {
            answer = paying.send(people);
        }
        return answer;
    }

    private void assertProof(String id, Paying paying) throws Exception {
        JsonNode proof = read("/v1/approvals/" + id + "/proof");
        Set<String> people = Set.of(teller.thumbprint(), supervisor.thumbprint());
        ApprovalProof kept = JSON.treeToValue(proof, ApprovalProof.class);
        assertThat(DualControlProof.verify(kept, people)).isEqualTo(paying.unsigned.body());
        assertThatThrownBy(() -> DualControlProof.verify(kept, Set.of(teller.thumbprint())))
                .isInstanceOf(UntrustedDocumentException.class);
        ApprovalProof changed =
                JSON.readValue(proof.toString().replace(paying.key, TestSandbox.key()), ApprovalProof.class);
        assertThatThrownBy(() -> DualControlProof.verify(changed, people))
                .isInstanceOf(UntrustedDocumentException.class);
    }

    @Test
    void whoeverMayNotBeTheSecondPersonTakesNothing() throws Exception {
        Signatory asking = person(Counters.BANK, "SUPERVISOR", "nl-01");
        Paying paying = paying(asking);
        refused(paying.send(teller.signer().make(paying.content())), "maker-differs");
        OperatorSignature maker = paying.made();
        String id = pending(paying.send(maker));

        refused(paying.send(maker, asking.signer().check(paying.content(), maker)), "second-person-same");
        refused(paying.send(maker, teller.signer().check(paying.content(), maker)), "second-person-role");
        Signatory away = person(Counters.BANK, "SUPERVISOR", "nl-02");
        refused(paying.send(maker, away.signer().check(paying.content(), maker)), "second-person-not-at-point");
        Signatory foreign = person("jialing-bank", "SUPERVISOR", "nl-01");
        refused(paying.send(maker, foreign.signer().check(paying.content(), maker)), "second-person-foreign");
        Signatory gone = person(Counters.BANK, "SUPERVISOR", "nl-01");
        Call suspension = sandbox.partner(Counters.BANK)
                .unsigned(
                        "PUT",
                        "/v1/operators/" + gone.number(),
                        "{\"role\":\"SUPERVISOR\",\"state\":\"SUSPENDED\",\"points\":[\"nl-01\"]}")
                .with("idempotency-key", TestSandbox.key());
        JsonNode suspended = sandbox.accepted(sandbox.partner(Counters.BANK).signed(suspension), 200);
        assertThat(suspended.get("keyId").asText())
                .as("its key stays")
                .isEqualTo(gone.key().getKeyID());
        refused(paying.send(maker, gone.signer().check(paying.content(), maker)), "second-person-suspended");
        assertThat(paying.taken()).isZero();
        assertThat(read("/v1/approvals/" + id).get("state").asText()).isEqualTo("PENDING");

        byte[] changed = new String(paying.unsigned.body(), UTF_8)
                .replace("CASH", "CARD")
                .getBytes(UTF_8);
        Call other = paying.unsigned.withBody(changed);
        OperatorSignature over = supervisor.signer().check(OperatorContent.of(other.message(), changed), maker);
        refused(node.wire().send(signed(other, maker, over)), "approval-content-changed");
        assertThat(paying.taken()).isZero();
    }

    @Test
    void whatIsWithdrawnOrTooLateTakesNothingAndCanBeAskedForAnew() throws Exception {
        Paying paying = paying(teller);
        OperatorSignature maker = paying.made();
        String id = pending(paying.send(maker));
        refused(
                node.wire().send(node.partner("jialing-bank").post("/v1/approvals/" + id + "/withdrawal", "")),
                "approval-not-found");
        Answer withdrawn = node.wire().send(bank.post("/v1/approvals/" + id + "/withdrawal", ""));
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        refused(paying.send(maker, supervisor.signer().check(paying.content(), maker)), "approval-closed");
        refused(paying.send(maker), "signature-nonce-reused");

        OperatorSignature again = paying.made();
        String next = pending(paying.send(again));
        assertThat(next).isNotEqualTo(id);
        try (Connection connection = sandbox.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update approval set expires_at = opened_at where id = '" + next + "'");
        }
        refused(paying.send(again, supervisor.signer().check(paying.content(), again)), "approval-expired");
        assertThat(read("/v1/approvals/" + next).get("state").asText()).isEqualTo("EXPIRED");
        assertThat(paying.taken()).isZero();
    }

    @Test
    void aKeyIsOnePersonsForGood() throws Exception {
        String held = teller.key().toPublicJWK().toJSONString();
        String another = new ECKeyGenerator(Curve.P_256)
                .keyID(teller.key().getKeyID())
                .generate()
                .toPublicJWK()
                .toJSONString();
        for (String key : List.of(held, another, bank.key().toPublicJWK().toJSONString())) {
            sandbox.assertRefused(registering(key), "operator-key-used");
        }
        sandbox.assertRefused(
                registering(new ECKeyGenerator(Curve.P_256)
                        .keyID("op-private")
                        .generate()
                        .toJSONString()),
                "keys-invalid");
    }

    private Call registering(String key) {
        return sandbox.partner(Counters.BANK)
                .post(
                        "/v1/operators",
                        "{\"staffNumber\":\"D%d\",\"role\":\"TELLER\",\"points\":[\"nl-01\"],\"publicKey\":%s}"
                                .formatted(People.next(), key));
    }
}
