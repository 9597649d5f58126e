package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.wire.People.Insured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@OverEachTransport
class IdempotencyTest {
    private final TestSandbox sandbox;
    private final Insuring insuring;

    IdempotencyTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void twoHundredRequestsAtOnceWithOneKeyHaveOneEffectAndOneAnswer() throws Exception {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        String order = People.order(insured, "2026-10", AMOUNT_FEN);
        String key = TestSandbox.key();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(sandbox.delivery().post("/v1/withholdings", order, key));
        }

        Set<String> bodies = new TreeSet<>();
        for (Answer answer : allAtOnce(calls)) {
            assertThat(answer.status()).isIn(202, 409);
            if (answer.status() == 202) {
                bodies.add(new String(answer.body(), StandardCharsets.UTF_8));
            } else {
                assertThat(answer.text("code")).isEqualTo("idempotency-in-progress");
            }
        }
        assertThat(bodies).hasSize(1);
        assertThat(sandbox.count("select count(*) from withholding w join worker k on k.id = w.worker_id where k.id = '"
                        + insured.workerId() + "'"))
                .isEqualTo(1);
    }

    /** The body is judged before anybody asks for the key; so its problem is told, and the key stands as it stood. */
    @Test
    void aKeyThatIsUsedAgainWithAnInvalidBodyIsToldOfTheBody() {
        String right = sandbox.registration("44");
        String key = TestSandbox.key();
        Answer first = sandbox.wire().send(sandbox.delivery().post("/v1/workers", right, key));
        assertThat(first.status()).isEqualTo(201);

        sandbox.assertRefused(
                sandbox.delivery().post("/v1/workers", right.replace("\"44\"", "\"4\""), key), "field-invalid");
        sandbox.assertRefused(sandbox.delivery().post("/v1/workers", "{", key), "body-not-json");
        sandbox.assertRefused(
                sandbox.delivery().post("/v1/workers", right.replace("\"44\"", "\"51\""), key),
                "idempotency-key-reused");

        assertThat(sandbox.wire()
                        .send(sandbox.delivery().post("/v1/workers", right, key))
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void theSameKeyBringsTheSameAnswerByteForByte() {
        int n = People.next();
        String key = TestSandbox.key();
        Answer first = sandbox.wire().send(sandbox.delivery().post("/v1/workers", People.registration(n, "44"), key));
        Answer second = sandbox.wire().send(sandbox.delivery().post("/v1/workers", People.registration(n, "44"), key));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.field("idempotent-replayed")).isEqualTo("true");
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        String key = TestSandbox.key();
        sandbox.accepted(sandbox.delivery().post("/v1/workers", sandbox.registration("44"), key), 201);

        sandbox.assertRefused(
                sandbox.delivery().post("/v1/workers", sandbox.registration("44"), key), "idempotency-key-reused");
    }

    @Test
    void refusesAnEffectWithoutAKey() {
        Call call = sandbox.delivery().unsigned("POST", "/v1/workers", sandbox.registration("44"));

        sandbox.assertRefused(sandbox.delivery().signed(call), "idempotency-key-missing");
    }

    @Test
    void aFailedValidationFreesTheKey() {
        int n = People.next();
        String key = TestSandbox.key();
        sandbox.assertRefused(
                sandbox.delivery().post("/v1/workers", People.registration(n, "99"), key), "province-unknown");

        sandbox.accepted(sandbox.delivery().post("/v1/workers", People.registration(n, "44"), key), 201);
    }

    /** The field is taken as it stands, quotes included: what one library quotes is not what another one sends bare. */
    @Test
    void aKeyInQuotesIsAnotherKeyThanTheSameWithoutThem() {
        String key = TestSandbox.key();
        sandbox.accepted(sandbox.delivery().post("/v1/workers", sandbox.registration("44"), key), 201);

        sandbox.accepted(sandbox.delivery().post("/v1/workers", sandbox.registration("44"), "\"" + key + "\""), 201);
    }

    @Test
    void aSecondProvinceIsTheSameCallAgainUnderAKeyOfItsOwn() {
        int n = People.next();
        String worker = new Insuring(sandbox).enrolled(sandbox.delivery(), "44", n);

        JsonNode again = sandbox.accepted(sandbox.delivery().post("/v1/workers", People.registration(n, "51")), 201);

        assertThat(again.get("id").asText()).isEqualTo(worker);
        assertThat(again.findValuesAsText("province")).containsExactlyInAnyOrder("44", "51");
    }

    @Test
    void twoPartnersMayUseTheSameKey() {
        String key = TestSandbox.key();

        sandbox.accepted(sandbox.delivery().post("/v1/workers", sandbox.registration("44"), key), 201);
        sandbox.accepted(sandbox.ride().post("/v1/workers", sandbox.registration("44"), key), 201);
    }

    private List<Answer> allAtOnce(List<Call> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : callers.invokeAll(calls.stream()
                    .map(call -> (java.util.concurrent.Callable<Answer>)
                            () -> sandbox.wire().send(call))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }
}
