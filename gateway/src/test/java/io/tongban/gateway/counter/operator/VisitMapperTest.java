package io.tongban.gateway.counter.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log keeps for good what a counter says of itself. */
class VisitMapperTest {
    private final PersonalNumbers numbers =
            new PersonalNumbers(new SettableClock(Instant.parse("2026-11-23T04:00:00Z")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visit-13900000017",
                "v.139-0000-0017",
                "card:6222020200112233446",
                "6222020200112233446",
                "visit/11010519491231002X"
            })
    void refusesAPersonalNumberWhereverItStands(String number) {
        for (String name : List.of("gz-001", "T1001", "visit-17")) {
            assertThatThrownBy(() -> mapped(field().replace(name, number)))
                    .asInstanceOf(type(ProblemException.class))
                    .satisfies(refused -> {
                        assertThat(refused.type()).isEqualTo(ProblemType.PERSONAL_NUMBER_MISPLACED);
                        assertThat(refused.parameter()).contains("Counter-Context");
                        assertThat(refused.detail().orElseThrow()).doesNotContain(number);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"visit-20261129-000123", "2f1d8c1e-4a8b-4a50-9c0e-6d1a2b3c4d5e", "01JDT3B2Q6Z8N4X5V7W9K0M1P2"})
    void takesWhatProgramsCallAVisit(String session) {
        assertThat(mapped(field().replace("visit-17", session)).session()).isEqualTo(session);
    }

    @Test
    void refusesAnotherForm() {
        assertThatThrownBy(() -> mapped("point=\"gz-001\""))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(ProblemType.COUNTER_CONTEXT_INVALID));
    }

    private CounterCheck.Said mapped(String field) {
        return VisitMapper.fromWire("nanling-bank", List.of(field), numbers);
    }

    private static String field() {
        return "point=\"gz-001\", operator=\"T1001\", session=\"visit-17\", purpose=pay, identified=card-read";
    }
}
