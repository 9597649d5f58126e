package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.NoAnswerException;
import io.tongban.sdk.error.OutcomeUnknownException;
import io.tongban.sdk.error.UntrustedAnswerException;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Reply.Forgery;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A load balancer answers in the gateway's place and signs nothing. */
class SomethingBetweenTest {
    private static final Reply GOOD = Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED));

    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();

    @AfterEach
    void close() {
        scene.close();
    }

    private static Reply page(int status) {
        return Reply.raw(status, "<html>Bad gateway</html>").forged(Forgery.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void isALostAnswerAndTheCallIsTriedAgain(int status) {
        scene.gateway().answer(page(status), GOOD, page(status), GOOD);

        assertThat(tongban.withholdings().withhold(Samples.order("r-1")).id()).isEqualTo("wh_r-1");
        assertThat(tongban.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");
        assertThat(scene.gateway().received()).hasSize(4);
    }

    @Test
    void leavesAnEffectInDoubtAndARead() {
        scene.gateway().answer(page(502));

        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> tongban.withholdings().withhold(Samples.order("r-1")));
        assertThat(unknown).hasMessageContaining("status 502 without a signature");
        assertThat(unknown.answer()).hasValueSatisfying(answer -> {
            assertThat(answer.status()).isEqualTo(502);
            assertThat(new String(answer.body())).isEqualTo("<html>Bad gateway</html>");
            assertThat(answer.toString()).doesNotContain("Bad gateway");
        });
        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(NoAnswerException.class);
        assertThat(scene.gateway().received()).as("within the budget").hasSize(8);
    }

    /** Else anyone on the way could put a client to sleep. */
    @Test
    void isNotWaitedForAsLongAsItLikes() {
        scene.gateway().answer(page(503).with("Retry-After", "3600"), GOOD);

        tongban.withholdings().get("wh_1");

        assertThat(scene.sleeper())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 403, 404, 409, 422, 500, 501})
    void isNotBelievedWhateverElseItSays(int status) {
        scene.gateway().answer(page(status));

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(UntrustedAnswerException.class);
        assertThat(scene.gateway().received()).hasSize(1);
    }

    @Test
    void isSomethingElseIfItBearsASignature() {
        scene.gateway().answer(Reply.raw(502, "{}").forged(Forgery.FOREIGN_KEY_UNDER_OUR_KEYID));

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(UntrustedAnswerException.class);
        assertThat(scene.gateway().received()).hasSize(1);
    }
}
