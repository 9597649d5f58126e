package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Reply.Forgery;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwaitTest {
    private static final Reply IN_PROCESS = Reply.of(200, Samples.withholding("r-1", WithholdingState.IN_PROCESS));
    private static final Reply CONFIRMED = Reply.of(200, Samples.withholding("r-1", WithholdingState.CONFIRMED));

    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void readsEverMoreSlowlyUntilTheOutcomeIsFinal() {
        scene.gateway().answer(IN_PROCESS, IN_PROCESS, IN_PROCESS, CONFIRMED);

        Withholding outcome = tongban.withholdings().awaitFinal("wh_1", Duration.ofMinutes(1));

        assertThat(outcome.state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(scene.sleeper())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @Test
    void goesOnWaitingWhileAPersonSettlesIt() {
        scene.gateway().answer(Reply.of(200, Samples.withholding("r-1", WithholdingState.AWAITING_REVIEW)), CONFIRMED);

        assertThat(tongban.withholdings()
                        .awaitFinal("wh_1", Duration.ofMinutes(1))
                        .state())
                .isEqualTo(WithholdingState.CONFIRMED);
    }

    @Test
    void waitsNoLongerForWhatTheProvinceTookBack() {
        scene.gateway().answer(Reply.of(200, Samples.withholding("r-1", WithholdingState.REVERSED)));

        assertThat(tongban.withholdings()
                        .awaitFinal("wh_1", Duration.ofMinutes(1))
                        .state())
                .isEqualTo(WithholdingState.REVERSED);
        assertThat(scene.sleeper()).isEmpty();
    }

    @Test
    void givesWhatItLastSawWhenTheTimeIsUp() {
        scene.gateway().answer(IN_PROCESS);

        Withholding seen = tongban.withholdings().awaitFinal("wh_1", Duration.ofSeconds(60));

        assertThat(seen.state()).isEqualTo(WithholdingState.IN_PROCESS);
        assertThat(scene.sleeper().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(scene.sleeper()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) <= 0);
    }

    @Test
    void takesAStateThatItDoesNotKnowForNotFinal() {
        scene.gateway().answer(Reply.raw(200, "{\"id\":\"wh_1\",\"state\":\"PARKED\",\"newField\":[1]}"), CONFIRMED);

        Withholding outcome = tongban.withholdings().awaitFinal("wh_1", Duration.ofMinutes(1));

        assertThat(outcome.state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(scene.gateway().received()).hasSize(2);
    }

    @Test
    void goesOnAfterFailuresThatPassWhileThereIsTime() {
        Reply limited = Reply.problem(ProblemType.RATE_LIMITED).with("Retry-After", "30");
        Reply down = Reply.problem(ProblemType.UNAVAILABLE);
        Reply between = Reply.raw(502, "<html>").forged(Forgery.UNSIGNED);
        scene.gateway()
                .answer(IN_PROCESS, limited, down, down, down, down, between, between, between, between, CONFIRMED);

        Withholding outcome = tongban.withholdings().awaitFinal("wh_1", Duration.ofMinutes(2));

        assertThat(outcome.state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(scene.sleeper()).as("what the gateway asked for").contains(Duration.ofSeconds(30));
    }

    @Test
    void givesWhatItLastSawWhenTheGatewayAsksForMoreTimeThanThereIs() {
        scene.gateway()
                .answer(IN_PROCESS, Reply.problem(ProblemType.RATE_LIMITED).with("Retry-After", "3600"));

        assertThat(tongban.withholdings()
                        .awaitFinal("wh_1", Duration.ofMinutes(2))
                        .state())
                .isEqualTo(WithholdingState.IN_PROCESS);
    }

    @Test
    void failsIfItNeverSawAnythingOrWillNot() {
        scene.gateway().answer(Reply.problem(ProblemType.UNAVAILABLE));
        assertThatThrownBy(() -> tongban.workers().awaitEnrolled("wkr_1", Duration.ofSeconds(20)))
                .isInstanceOf(RefusedException.class);
        assertThat(scene.sleeper().stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(20));

        scene.gateway().answer(IN_PROCESS, Reply.problem(ProblemType.WITHHOLDING_NOT_FOUND));
        assertThatThrownBy(() -> tongban.withholdings().awaitFinal("wh_1", Duration.ofSeconds(20)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void waitsUntilAWorkerIsEnrolled() {
        scene.gateway()
                .answer(
                        Reply.of(200, Samples.worker(EnrolmentState.PENDING)),
                        Reply.of(200, Samples.worker(EnrolmentState.AWAITING_REVIEW)),
                        Reply.of(200, Samples.worker(EnrolmentState.ENROLLED)));

        assertThat(tongban.workers()
                        .awaitEnrolled("wkr_1", Duration.ofMinutes(1))
                        .enrolments())
                .singleElement()
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(EnrolmentState.ENROLLED));
    }

    @Test
    void asksTheGatewayToHoldItsAnswer() {
        scene.gateway().answer(CONFIRMED);

        tongban.withholdings().withhold(Samples.order("r-1"), Duration.ofSeconds(5));

        assertThat(scene.gateway().received().get(0).field("Prefer")).contains("wait=5");
    }

    @Test
    void takesAWaitAndOtherOptionsTogether() {
        scene.gateway().answer(CONFIRMED);

        tongban.withholdings()
                .withhold(
                        Samples.order("r-1"),
                        RequestOptions.none().withWait(Duration.ofSeconds(5)).withIdempotencyKey("mine"));

        assertThat(scene.gateway().received().get(0).field("Prefer")).contains("wait=5");
        assertThat(scene.gateway().received().get(0).field("Idempotency-Key")).contains("mine");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 999, 10_001})
    void refusesAWaitThatTheContractDoesNotHave(long millis) {
        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1"), Duration.ofMillis(millis)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
