package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.RawAnswer;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What support asks for: which SDK it was, and what exactly came back. */
class SupportTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyRequestNamesTheSdkAndItsVersion() {
        scene.gateway().answer(Reply.of(200, Samples.withholding("r-1", WithholdingState.CONFIRMED)));

        scene.client().withholdings().get("wh_1");

        assertThat(scene.gateway().received())
                .singleElement()
                .satisfies(request -> assertThat(request.field("User-Agent").orElseThrow())
                        .matches("tongban-sdk-java/[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)? \\(java [0-9]+\\)"));
    }

    /** A message goes into logs, and the reference may be the very number for which the call was refused. */
    @Test
    void theMessageOfARefusalNamesTheReferenceUnlessThatMayBeAPersonalNumber() {
        scene.gateway()
                .answer(
                        Reply.problem(ProblemType.MANDATE_REVOKED),
                        Reply.problem(ProblemType.PERSONAL_NUMBER_MISPLACED));

        assertThatThrownBy(() -> scene.client().withholdings().withhold(Samples.order("rider-13900000017")))
                .hasMessageContaining("rider-13900000017");
        assertThatThrownBy(() -> scene.client().withholdings().withhold(Samples.order("rider-13900000017")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("withhold was refused: 400 personal-number-misplaced")
                .hasMessageNotContaining("13900000017");
    }

    @Test
    void theRawAnswerOfASuccessfulCallCanBeHad() {
        scene.gateway()
                .answer(Reply.of(202, Samples.withholding("r-1", WithholdingState.ACCEPTED))
                        .with("X-Node", "gw-3"));
        List<CallInfo> told = new ArrayList<>();
        Tongban tongban = scene.build(scene.builder().onAnswer(told::add));

        tongban.withholdings().withhold(Samples.order("r-1"));

        assertThat(told).singleElement().satisfies(call -> {
            RawAnswer answer = call.answer();
            assertThat(call.operation()).isEqualTo("withhold");
            assertThat(call.reference()).isEqualTo("r-1");
            assertThat(call.traceId()).matches("[0-9a-f]{32}");
            assertThat(answer.status()).isEqualTo(202);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"state\":\"ACCEPTED\"");
            assertThat(answer.headers().entrySet())
                    .anySatisfy(header -> {
                        assertThat(header.getKey()).isEqualToIgnoringCase("X-Node");
                        assertThat(header.getValue()).containsExactly("gw-3");
                    })
                    .anySatisfy(header -> assertThat(header.getKey()).isEqualToIgnoringCase("Signature"));
        });
    }

    @Test
    void aListenerThatFailsTakesNothingFromTheCall() {
        scene.gateway().answer(Reply.of(202, Samples.withholding("r-1", WithholdingState.ACCEPTED)));
        Tongban tongban = scene.build(scene.builder().onAnswer(call -> {
            throw new IllegalStateException("full disk");
        }));

        assertThat(tongban.withholdings().withhold(Samples.order("r-1")).state())
                .isEqualTo(WithholdingState.ACCEPTED);
    }
}
