package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.nearside.Passing;
import io.tongban.province.nearside.Samples;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedSignInTest {
    private final Passing time = new Passing();
    private final Deque<String> script = new ArrayDeque<>();
    private final SharedSignIn signIn = new SharedSignIn("44", Duration.ofSeconds(1), this::ask, time);
    private int asked;

    /** The next of the script: a token, or a word of failure after an exclamation mark. */
    private String ask() {
        asked++;
        String next = script.isEmpty() ? "!not-signed-in" : script.pop();
        if (next.startsWith("!")) {
            throw new CallFailed(Samples.cause(next.substring(1)));
        }
        return next;
    }

    @ParameterizedTest
    @CsvSource({
        // after two at once: how long until the third, and how many in a day of calls each minute
        "not-signed-in, PT1M, 27",
        "access-refused, PT30M, 3"
    })
    void waitsLongerAndLonger(String word, Duration third, int inADay) {
        script.addAll(List.of("!" + word, "!" + word));
        for (int call = 0; call < 20; call++) {
            assertFails(word);
        }
        assertThat(asked).isEqualTo(2);

        time.pass(third.minusSeconds(1));
        assertFails(word);
        assertThat(asked).isEqualTo(2);
        time.pass(Duration.ofSeconds(2));
        script.add("!" + word);
        assertFails(word);
        assertThat(asked).isEqualTo(3);

        for (int minute = 0; minute < 23 * 60; minute++) {
            script.clear();
            script.add("!" + word);
            assertFails(word);
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(asked).isLessThanOrEqualTo(inADay);
    }

    @Test
    void aSuccessBeginsAnew() {
        script.addAll(List.of("!not-signed-in", "T-1"));
        assertFails("not-signed-in");

        assertThat(signIn.token()).isEqualTo("T-1");
        time.pass(Duration.ofHours(8));
        script.addAll(List.of("!not-signed-in", "T-2"));
        assertThatThrownBy(() -> signIn.after("T-1")).isInstanceOf(CallFailed.class);
        assertThat(signIn.after("T-1")).isEqualTo("T-2");
    }

    @Test
    void whatDidNotArriveIsNotCounted() {
        for (int call = 0; call < 20; call++) {
            script.add("!not-connected");
            assertFails("not-connected");
        }
        assertThat(asked).isEqualTo(20);
    }

    private void assertFails(String word) {
        assertThatThrownBy(signIn::token).isInstanceOf(CallFailed.class).hasMessage(word);
    }
}
