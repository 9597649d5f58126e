package io.tongban.gateway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabaseAnswersTest {
    private final DatabaseAnswers answers = new DatabaseAnswers();

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void aQuestionThatStaysOpenForThreeSecondsIsNoAnswer() {
        answers.asking(0);

        assertThat(answers.isAnswering(millis(2_000))).isTrue();
        assertThat(answers.isAnswering(millis(3_000))).isFalse();
    }

    @Test
    void twoFailuresInARowAreOneTooManyAndOneAnswerIsEnough() {
        answers.asked(false);
        assertThat(answers.isAnswering(0)).isTrue();

        answers.asked(true);
        answers.asked(false);
        assertThat(answers.isAnswering(0)).isTrue();

        answers.asked(false);
        answers.asking(millis(500));
        assertThat(answers.isAnswering(millis(501))).isFalse();

        answers.asked(true);
        assertThat(answers.isAnswering(millis(900))).isTrue();
    }
}
