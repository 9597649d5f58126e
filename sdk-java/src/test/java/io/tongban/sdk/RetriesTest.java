package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.GatewayEndpoint;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.retry.RetryBudget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private static final Reply GOOD = Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED));

    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNAVAILABLE",
                "INTERNAL_ERROR",
                "RATE_LIMITED",
                "IDEMPOTENCY_IN_PROGRESS",
                "SIGNATURE_NONCE_REUSED"
            })
    void triesAnEffectAgainUnderTheSameKeyAndAFreshSignature(ProblemType type) {
        scene.gateway().answer(Reply.problem(type), Reply.problem(type), GOOD);

        assertThat(tongban.withholdings().withhold(Samples.order("r-1")).id()).isEqualTo("wh_r-1");

        List<Received> tries = scene.gateway().received();
        assertThat(tries).hasSize(3);
        assertThat(tries)
                .extracting(each -> each.field("Idempotency-Key"))
                .containsOnly(tries.get(0).field("Idempotency-Key"));
        assertThat(tries).extracting(Received::body).containsOnly(tries.get(0).body());
        assertThat(tries).extracting(each -> each.field("Signature")).doesNotHaveDuplicates();
        assertThat(tries).extracting(each -> each.field("Signature-Input")).doesNotHaveDuplicates();
        assertThat(scene.gateway().faults()).isEmpty();
    }

    @Test
    void triesAgainWhenTheConnectionIsCut() {
        scene.gateway().answer(GatewayEndpoint.HANG_UP, GOOD);

        assertThat(tongban.withholdings().withhold(Samples.order("r-1")).id()).isEqualTo("wh_r-1");
        assertThat(scene.gateway().received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {
                "UNAVAILABLE",
                "PROVINCE_QUEUE_FULL",
                "PROVINCE_DRAINING",
                "INTERNAL_ERROR",
                "RATE_LIMITED",
                "REDELIVERY_LIMIT",
                "LOOKS_EXCEEDED",
                "IDEMPOTENCY_IN_PROGRESS",
                "SIGNATURE_NONCE_REUSED",
                "TOKEN_EXPIRED",
                "TOKEN_INVALID"
            })
    void doesNotTryAgainWhatWillBeRefusedAgain(ProblemType type) {
        scene.gateway().answer(Reply.problem(type));

        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> tongban.withholdings().withhold(Samples.order("r-1")));

        assertThat(refused.type()).contains(type);
        assertThat(scene.gateway().received()).hasSize(1);
    }

    @Test
    void givesUpAfterFourTries() {
        scene.gateway().answer(Reply.problem(ProblemType.UNAVAILABLE));

        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                .isInstanceOf(RefusedException.class);
        assertThat(scene.gateway().received()).hasSize(4);
        assertThat(scene.sleeper()).hasSize(3).allMatch(pause -> pause.compareTo(Duration.ofMillis(800)) <= 0);
    }

    @Test
    void stopsTryingAgainWhenTheBudgetOfTheClientIsSpent() {
        RetryBudget three = new RetryBudget(4, 3, 0.5, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
        Tongban modest = scene.build(scene.builder().retryBudget(three));
        scene.gateway().answer(Reply.problem(ProblemType.UNAVAILABLE));

        assertThatThrownBy(() -> modest.withholdings().get("wh_1")).isInstanceOf(RefusedException.class);
        assertThat(scene.gateway().received()).as("one and three retries").hasSize(4);
        assertThatThrownBy(() -> modest.withholdings().get("wh_1")).isInstanceOf(RefusedException.class);
        assertThat(scene.gateway().received()).as("no retry left").hasSize(5);

        scene.gateway().answer(GOOD);
        modest.withholdings().get("wh_1");
        modest.withholdings().get("wh_1");
        scene.gateway().answer(Reply.problem(ProblemType.UNAVAILABLE), GOOD);
        modest.withholdings().get("wh_1");
        assertThat(scene.gateway().received()).as("two successes earned one").hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Mon, 23 Nov 2026 02:00:07 GMT"})
    void waitsAsLongAsTheGatewayAsks(String retryAfter) {
        scene.gateway().answer(Reply.problem(ProblemType.RATE_LIMITED).with("Retry-After", retryAfter), GOOD);

        tongban.withholdings().get("wh_1");

        assertThat(scene.sleeper())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7200)));
    }

    @Test
    void handsAnOverlongRetryAfterToTheCaller() {
        scene.gateway().answer(Reply.problem(ProblemType.RATE_LIMITED).with("Retry-After", "3600"));

        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> tongban.withholdings().get("wh_1"));

        assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
        assertThat(scene.gateway().received()).hasSize(1);
        assertThat(scene.sleeper()).isEmpty();
    }

    @Test
    void staysInOneTraceOverAllTries() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        scene.gateway().answer(Reply.problem(ProblemType.UNAVAILABLE), GOOD);

        tongban.withholdings()
                .withhold(Samples.order("r-1"), RequestOptions.none().withTraceparent(parent));

        assertThat(scene.gateway().received())
                .extracting(each -> each.field("traceparent").orElseThrow())
                .allMatch(each -> each.startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-"))
                .doesNotHaveDuplicates()
                .doesNotContain(parent);
    }
}
