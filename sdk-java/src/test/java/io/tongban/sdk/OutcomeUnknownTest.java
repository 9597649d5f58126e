package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.NoAnswerException;
import io.tongban.sdk.error.OutcomeUnknownException;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.farside.GatewayEndpoint;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.retry.RetryBudget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeUnknownTest {
    private static final Reply GOOD = Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED));
    private static final RequestOptions SOON = RequestOptions.none().withTimeout(Duration.ofSeconds(5));

    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        scene.close();
    }

    private Reply never() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return GatewayEndpoint.HANG_UP;
    }

    @Test
    void triesASilentEffectAgainUnderTheSameKey() {
        AtomicInteger count = new AtomicInteger();
        scene.gateway().answer(request -> count.getAndIncrement() == 0 ? never() : GOOD);

        tongban.withholdings().withhold(Samples.order("r-1"), SOON);

        List<Received> tries = scene.gateway().received();
        assertThat(tries).hasSizeGreaterThanOrEqualTo(2);
        assertThat(tries)
                .extracting(each -> each.field("Idempotency-Key"))
                .containsOnly(tries.get(0).field("Idempotency-Key"));
    }

    @Test
    void saysThatASilentEffectMayHaveHappened() {
        Tongban once = scene.build(scene.builder().retryBudget(RetryBudget.none()));
        scene.gateway().answer(request -> never());

        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> once.withholdings().withhold(Samples.order("r-1"), SOON));

        assertThat(unknown.operation()).isEqualTo("withhold");
        assertThat(unknown.reference()).contains("r-1");
        assertThat(unknown.idempotencyKey())
                .isEqualTo(scene.gateway().received().get(0).field("Idempotency-Key"));
        assertThat(unknown.mayHaveHappened()).isTrue();
        assertThat(unknown).hasMessageContaining(unknown.idempotencyKey().orElseThrow());
    }

    @Test
    void repeatsUnderTheSameKeyAfterARestart() {
        scene.gateway().answer(GatewayEndpoint.HANG_UP);
        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                .isInstanceOf(OutcomeUnknownException.class);

        scene.gateway().answer(GOOD);
        scene.client().withholdings().withhold(Samples.order("r-1"));

        assertThat(scene.gateway().received())
                .extracting(each -> each.field("Idempotency-Key").orElseThrow())
                .hasSize(5)
                .containsOnly("r-7j8eNEcWm3LH3i17huSGked0FDBaWt8J60934YtQNQg");
    }

    @Test
    void saysOfASilentReadOnlyThatThereWasNoAnswer() {
        scene.gateway().answer(GatewayEndpoint.HANG_UP);

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(NoAnswerException.class);
        assertThat(scene.gateway().received().stream()
                        .map(each -> each.field("Signature"))
                        .distinct())
                .as("java.net.http may have repeated some by itself")
                .hasSize(4);
    }

    @Test
    void staysInDoubtWhenALaterTryCannotConnect() {
        scene.gateway().answer(request -> {
            scene.farSide().close();
            return GatewayEndpoint.HANG_UP;
        });

        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> tongban.withholdings().withhold(Samples.order("r-1")));

        assertThat(unknown).hasCauseInstanceOf(RequestNotSentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED", "SIGNATURE_EXPIRED", "SCOPE_MISSING", "PARTNER_SUSPENDED"})
    void staysInDoubtWhenALaterTryIsTurnedAwayAtTheDoor(ProblemType type) {
        scene.gateway().answer(GatewayEndpoint.HANG_UP, Reply.problem(type));

        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> tongban.withholdings().withhold(Samples.order("r-1")));

        assertThat(unknown).hasCauseInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_ERROR", "IDEMPOTENCY_IN_PROGRESS"})
    void isInDoubtWhenTheGatewayItselfDoesNotKnow(ProblemType type) {
        scene.gateway().answer(Reply.problem(type));

        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"MANDATE_REVOKED", "MANDATE_CAP_EXCEEDED", "WORKER_NOT_FOUND", "FIELD_INVALID"})
    void isInDoubtNoLongerOnceTheEffectItselfIsRefused(ProblemType type) {
        scene.gateway().answer(GatewayEndpoint.HANG_UP, Reply.problem(type));

        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void findsOutByTheReference() {
        String page = "{\"items\":[{\"id\":\"wh_9\",\"partnerReference\":\"r-1\"}]}";
        scene.gateway().answer(Reply.raw(200, page), Reply.raw(200, "{\"items\":[]}"));

        assertThat(tongban.withholdings().findByReference("r-1"))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo("wh_9"));
        assertThat(tongban.withholdings().findByReference("r-2")).isEmpty();
        assertThat(scene.gateway().received().get(0).target()).isEqualTo("/v1/withholdings?partnerReference=r-1");
    }
}
