package io.tongban.gateway.trust.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.TestDatabase;
import io.tongban.gateway.testing.TestPiiConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class IdempotentExecutorTest {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ClockConfig.ZONE);

    private final Jdbi jdbi = counting();
    private final IdempotentExecutor effects = node(jdbi);

    static Jdbi counting() {
        Jdbi jdbi = TestDatabase.fresh(Duration.ofSeconds(2));
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE effect (note text)"));
        return jdbi;
    }

    static IdempotentExecutor node(Jdbi jdbi) {
        return new IdempotentExecutor(
                jdbi, new Pii(TestPiiConfig.usual()), new InFlightKeys(16, Duration.ofSeconds(2)), NOON);
    }

    static EffectKey key(String key, String request) {
        byte[] fingerprint = new byte[32];
        System.arraycopy(request.getBytes(UTF_8), 0, fingerprint, 0, Math.min(32, request.length()));
        return new EffectKey("fengsong-delivery", key, fingerprint);
    }

    static Function<Handle, StoredAnswer> effect(String answer) {
        return handle -> {
            handle.execute("INSERT INTO effect VALUES (?)", answer);
            return new StoredAnswer(201, answer.getBytes(UTF_8), false);
        };
    }

    static long count(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM effect")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void answersARepetitionByteForByteWithoutASecondEffect() {
        StoredAnswer first = effects.once(key("k", "a"), false, effect("{\"id\":\"wkr_1\"}"));
        StoredAnswer again = effects.once(key("k", "a"), false, effect("{\"id\":\"wkr_2\"}"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(201);
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void keepsAnAnswerWithoutBody() {
        effects.once(key("k", "a"), false, handle -> new StoredAnswer(204, new byte[0], false));
        StoredAnswer again = effects.once(key("k", "a"), false, effect("never"));

        assertThat(again.status()).isEqualTo(204);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        effects.once(key("k", "a"), false, effect("1"));

        assertThatThrownBy(() -> effects.once(key("k", "b"), false, effect("2")))
                .extracting(thrown -> ((ProblemException) thrown).type())
                .isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void givesTheSameKeyOfAnotherPartnerItsOwnEffect() {
        effects.once(key("k", "a"), false, effect("1"));
        EffectKey other = new EffectKey("kuaixing-ride", "k", key("k", "a").fingerprint());

        assertThat(effects.once(other, false, effect("2")).replayed()).isFalse();
        assertThat(count(jdbi)).isEqualTo(2);
    }

    @Test
    void freesTheKeyWhenTheEffectFails() {
        assertThatThrownBy(() -> effects.once(key("k", "a"), false, handle -> {
                    effect("undone").apply(handle);
                    throw new ProblemException(ProblemType.MANDATE_REVOKED);
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(count(jdbi)).isZero();

        assertThat(effects.once(key("k", "b"), false, effect("1")).replayed()).isFalse();
    }

    @Test
    void tellsThatAnotherNodeStillRuns() throws InterruptedException {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread otherNode = new Thread(() -> node(jdbi).once(key("k", "a"), false, handle -> {
            claimed.countDown();
            awaitQuietly(enough);
            return effect("1").apply(handle);
        }));
        otherNode.start();
        claimed.await();

        assertThatThrownBy(() -> effects.once(key("k", "a"), false, effect("2")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.IDEMPOTENCY_IN_PROGRESS);
                    assertThat(problem.retryAfter()).isPresent();
                });
        enough.countDown();
        otherNode.join();
        assertThat(effects.once(key("k", "a"), false, effect("2")).replayed()).isTrue();
    }

    @Test
    void keepsTheBetterAnswerThatCameAfterAWait() {
        effects.once(key("k", "a"), true, effect("ACCEPTED"));
        StoredAnswer better = new StoredAnswer(202, "CONFIRMED".getBytes(UTF_8), false);

        assertThat(effects.improve(key("k", "a"), better)).isSameAs(better);
        assertThat(effects.once(key("k", "a"), false, effect("never")).body())
                .asString(UTF_8)
                .isEqualTo("CONFIRMED");
    }

    @Test
    void answersARepetitionAtOnceWhileTheFirstRequestWaitsAndThenBothAlike() {
        effects.once(key("k", "a"), true, effect("ACCEPTED"));

        StoredAnswer repetition = node(jdbi).once(key("k", "a"), true, effect("never"));
        StoredAnswer first = effects.improve(key("k", "a"), new StoredAnswer(202, "CONFIRMED".getBytes(UTF_8), false));

        assertThat(repetition.body()).asString(UTF_8).isEqualTo("ACCEPTED");
        assertThat(first.body()).isEqualTo(repetition.body());
        assertThat(effects.once(key("k", "a"), false, effect("never")).body()).isEqualTo(repetition.body());
        assertThat(count(jdbi)).isEqualTo(1);
    }

    @Test
    void anotherRequestWithTheKeyDoesNotEndTheWait() {
        effects.once(key("k", "a"), true, effect("ACCEPTED"));
        assertThatThrownBy(() -> effects.once(key("k", "b"), false, effect("2")))
                .isInstanceOf(ProblemException.class);

        StoredAnswer better = new StoredAnswer(202, "CONFIRMED".getBytes(UTF_8), false);
        assertThat(effects.improve(key("k", "a"), better)).isSameAs(better);
    }

    @Test
    void forgetsAnswersAfterSevenDays() {
        effects.once(key("old", "a"), false, effect("1"));
        new Housekeeping(jdbi, Clock.offset(NOON, Duration.ofDays(7))).removeOldAnswers();
        assertThat(effects.once(key("old", "a"), false, effect("2")).replayed()).isTrue();

        new Housekeeping(jdbi, Clock.offset(NOON, Duration.ofDays(7).plusMillis(1))).removeOldAnswers();
        assertThat(effects.once(key("old", "a"), false, effect("2")).replayed()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
