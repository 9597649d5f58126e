package io.tongban.gateway.trust.idempotency;

import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.count;
import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.counting;
import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.effect;
import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.key;
import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.node;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Effects whose rows are inserted together with the answer. */
class TogetherTest {
    private final Jdbi jdbi = counting();
    private final IdempotentExecutor effects = node(jdbi);

    @Test
    void areOneStatementWithTheirAnswer() {
        assertThat(Statements.of(jdbi, () -> effects.together(key("k", "a"), false, rows("1"))))
                .singleElement()
                .asString()
                .contains("INTO idempotency", "INTO effect");
        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void areDoneOnceAndAnsweredByteForByteAgain() {
        StoredAnswer first = effects.together(key("k", "a"), false, rows("{\"id\":\"wh_1\"}"));
        StoredAnswer again = effects.together(key("k", "a"), false, rows("{\"id\":\"wh_2\"}"));

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void leaveNothingOfWhatWasPreparedForATakenKey() {
        effects.together(key("k", "a"), false, rows("1"));

        effects.together(key("k", "a"), false, (handle, rows) -> {
            handle.execute("INSERT INTO effect VALUES ('prepared')");
            return rows("2").apply(handle, rows);
        });

        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void areRepeatedWhateverStandsAgainstThemByNow() {
        StoredAnswer first = effects.together(key("k", "a"), false, rows("1"));

        StoredAnswer again = effects.together(key("k", "a"), false, TogetherTest::refused);

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void refuseAKeyOfAnotherRequestBeforeAllElse() {
        effects.together(key("k", "a"), false, rows("1"));

        assertProblem(
                () -> effects.together(key("k", "b"), false, TogetherTest::refused),
                ProblemType.IDEMPOTENCY_KEY_REUSED);
        assertProblem(() -> effects.together(key("k", "b"), false, rows("2")), ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void freeTheKeyWhenTheyAreRefused() {
        assertProblem(() -> effects.together(key("k", "a"), false, TogetherTest::refused), ProblemType.MANDATE_REVOKED);

        assertThat(effects.together(key("k", "b"), false, rows("1")).replayed()).isFalse();
    }

    /** The row that is refused comes after the answer's. */
    @Test
    void leaveNothingWhenARowIsRefused() {
        jdbi.useHandle(handle -> handle.execute("CREATE UNIQUE INDEX effect_once ON effect (note)"));
        effects.together(key("k", "a"), false, rows("1"));

        assertProblem(() -> effects.together(key("l", "a"), false, rows("1")), ProblemType.REFERENCE_USED);

        assertThat(effects.together(key("l", "b"), false, rows("2")).replayed()).isFalse();
    }

    @Test
    void tellThatAnotherNodeStillRuns() throws InterruptedException {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread otherNode = new Thread(() -> jdbi.useTransaction(handle -> {
            StoredAnswer answer = rows("1").apply(handle, new Inserts());
            IdempotencyStore.answered(
                            key("k", "a"), answer.status(), answer.body(), null, IdempotentExecutorTest.NOON.instant())
                    .execute(handle);
            claimed.countDown();
            awaitQuietly(enough);
            handle.rollback();
        }));
        otherNode.start();
        claimed.await();

        assertProblem(() -> effects.together(key("k", "a"), false, rows("2")), ProblemType.IDEMPOTENCY_IN_PROGRESS);
        assertProblem(
                () -> effects.together(key("k", "a"), false, TogetherTest::refused),
                ProblemType.IDEMPOTENCY_IN_PROGRESS);
        enough.countDown();
        otherNode.join();
        assertThat(effects.together(key("k", "a"), false, rows("2")).replayed()).isFalse();
        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void areDoneOnceByManyNodesAtOnce() throws Exception {
        List<IdempotentExecutor> nodes = List.of(effects, node(jdbi), node(jdbi), node(jdbi));
        Queue<String> bodies = new ConcurrentLinkedQueue<>();

        List<String> outcomes = Crowd.run(
                nodes.size(),
                i -> () -> bodies.add(new String(
                        nodes.get(i)
                                .together(key("k", "a"), false, rows("by " + i))
                                .body(),
                        UTF_8)));

        assertThat(outcomes).containsOnly("ok");
        assertThat(bodies).hasSize(nodes.size());
        assertThat(Set.copyOf(bodies)).hasSize(1);
        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void mayBeHeldForABetterAnswer() {
        effects.together(key("k", "a"), true, rows("ACCEPTED"));
        StoredAnswer better = new StoredAnswer(202, "CONFIRMED".getBytes(UTF_8), false);

        assertThat(effects.improve(key("k", "a"), better)).isSameAs(better);
        assertThat(effects.once(key("k", "a"), false, effect("never")).body())
                .asString(UTF_8)
                .isEqualTo("CONFIRMED");
    }

    private static BiFunction<Handle, Inserts, StoredAnswer> rows(String note) {
        return (handle, rows) -> {
            rows.refuse("effect_once", () -> new ProblemException(ProblemType.REFERENCE_USED))
                    .add("INSERT INTO effect SELECT :note FROM before", Map.of("note", note));
            return new StoredAnswer(202, note.getBytes(UTF_8), false);
        };
    }

    private static StoredAnswer refused(Handle handle, Inserts rows) {
        throw new ProblemException(ProblemType.MANDATE_REVOKED);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
