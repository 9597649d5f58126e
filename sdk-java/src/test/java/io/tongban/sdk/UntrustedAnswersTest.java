package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedAnswerException;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Reply.Forgery;
import io.tongban.sdk.farside.Samples;
import io.tongban.signature.SignatureFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedAnswersTest {
    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UNSIGNED, MISSING",
        "UNKNOWN_KEY, KEY_UNKNOWN",
        "FOREIGN_KEY_UNDER_OUR_KEYID, INVALID",
        "SIGNED_FOR_ANOTHER_REQUEST, INVALID",
        "SIGNED_FOR_ANOTHER_TARGET, INVALID",
        "BODY_ALTERED, DIGEST_MISMATCH",
        "DIGEST_REMOVED, DIGEST_MISSING",
        "SIGNED_AN_HOUR_AGO, EXPIRED"
    })
    void refusesAForgedAnswer(Forgery forgery, SignatureFailure reason) {
        scene.gateway()
                .answer(Reply.of(200, Samples.withholding("r-1", WithholdingState.CONFIRMED))
                        .forged(forgery));

        UntrustedAnswerException failure = catchThrowableOfType(
                UntrustedAnswerException.class, () -> tongban.withholdings().withhold(Samples.order("r-1")));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.mayHaveHappened()).isTrue();
        assertThat(scene.gateway().received()).hasSize(1);
    }

    @Test
    void refusesAnAnswerWhoseStatusWasTurnedIntoSuccess() {
        scene.gateway()
                .answer(Reply.of(409, Samples.withholding("r-1", WithholdingState.CONFIRMED))
                        .forged(Forgery.STATUS_ALTERED));

        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                .isInstanceOf(UntrustedAnswerException.class);
    }

    /** Were the body parsed first, this would be unreadable and not untrusted. */
    @ParameterizedTest
    @EnumSource(names = {"UNSIGNED", "UNKNOWN_KEY", "SIGNED_FOR_ANOTHER_REQUEST"})
    void neverParsesAForgedBody(Forgery forgery) {
        scene.gateway().answer(Reply.raw(200, "{not json").forged(forgery));

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(UntrustedAnswerException.class);
    }

    /** Were the status read first, this would be a refusal, and tried again. */
    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL_ERROR", "TOKEN_EXPIRED", "MANDATE_REVOKED"})
    void doesNotActOnAnUnsignedRefusal(ProblemType type) {
        scene.gateway().answer(Reply.problem(type).forged(Forgery.UNSIGNED));

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(UntrustedAnswerException.class);
        assertThat(scene.gateway().received()).hasSize(1);
        assertThat(scene.farSide().tokens().asked()).isEqualTo(1);
    }

    @Test
    void verifiesTheAnswerToAnOpenReadToo() {
        scene.gateway().answer(Reply.raw(200, "{}").forged(Forgery.UNSIGNED));

        assertThatThrownBy(() -> tongban.problems().catalogue()).isInstanceOf(UntrustedAnswerException.class);
    }

    @Test
    void readsAGenuineRefusal() {
        scene.gateway().answer(Reply.problem(ProblemType.MANDATE_CAP_EXCEEDED));

        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> tongban.withholdings().withhold(Samples.order("r-1")));

        assertThat(refused.type()).contains(ProblemType.MANDATE_CAP_EXCEEDED);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.reference()).contains("r-1");
        assertThat(refused.mayHaveHappened()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "[]", "", "{} {}", "\"text\"", "{\"id\":\"wh_1\",\"period\":\"soon\"}"})
    void saysSoIfAGenuineAnswerCannotBeRead(String body) {
        scene.gateway().answer(Reply.raw(200, body));

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1")).isInstanceOf(UnreadableAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 500})
    void saysSoIfAGenuineRefusalIsNoProblemDocument(int status) {
        scene.gateway().answer(Reply.raw(status, "{\"message\":\"no\"}"));

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1"))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining(String.valueOf(status));
    }
}
