package io.tongban.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;0", "1102;110200", "1,102.5;110250", " 1 102.05 ;110205", "-1102.00;-110200", "-0.01;-1"})
    void readsWhatPeopleWrite(String yuan, long fen) {
        assertThat(Counted.fen(yuan)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--1", "1.234", "1e3", "１", "+1", "1-", ".5", "1234567890"})
    void refusesWhatIsNoAmount(String yuan) {
        assertThatThrownBy(() -> Counted.fen(yuan)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesTillsWithoutTheirSums() {
        assertThatThrownBy(() -> Counted.of("2026-11-28", List.of("Y1001 yl-01-t1 CASH"), List.of()))
                .isInstanceOf(ProblemException.class);
    }
}
