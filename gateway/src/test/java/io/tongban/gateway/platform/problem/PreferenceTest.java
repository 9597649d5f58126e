package io.tongban.gateway.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {
    @ParameterizedTest(name = "{0} → {1} s")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wait=5 | 5",
                "WAIT = 5 | 5",
                "wait=\"7\" | 7",
                "respond-async, wait=3 | 3",
                "wait=3; foo=bar | 3",
                "wait=10 | 10",
                "wait=11 | 10",
                "wait=999999999 | 10",
                "wait=0 | 0",
                "wait=4, wait=9 | 4",
                "handling=\"a, wait=9\" | 0",
                "handling=\"a \\\" , wait=9\", wait=2 | 2",
                "wait | 0",
                "wait, wait=5 | 0",
                "wait=-1 | 0",
                "wait=abc | 0",
                "wait=5.5 | 0",
                "wait=9999999999 | 0",
                "waiting=5 | 0",
                "x=\"wait=5 | 0",
                ",,,wait=5 | 5",
            })
    void readsTheWait(String prefer, int seconds) {
        assertThat(Preference.wait(prefer)).hasSeconds(seconds);
    }

    @Test
    void waitsForNothingWithoutAPreference() {
        assertThat(Preference.wait(null)).isZero();
        assertThat(Preference.wait("wait=5" + " ".repeat(1000))).isZero();
    }

    @Property(tries = 500)
    void neverFails(@ForAll String prefer) {
        assertThatCode(() -> Preference.wait(prefer)).doesNotThrowAnyException();
    }
}
