package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.counter.CounterContext;
import io.tongban.api.counter.Identification;
import io.tongban.api.counter.Purpose;
import io.tongban.api.operator.OperatorChange;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.operator.OperatorState;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A bank's program at a counter, without a gateway. */
class CounterTest {
    private static final CounterContext COUNTER =
            new CounterContext("gz-001", "T1001", "visit-1", Purpose.STATUS, Identification.CARD_READ);

    private final Tongban bank = TongbanFake.create().bankClient("bank");

    @Test
    void whatIsCalledAtACounterIsCheckedThere() {
        assertThatThrownBy(() -> bank.at(COUNTER).provinces().list()).satisfies(CounterTest::isUnknown);
        bank.operators()
                .register(OperatorRegistration.builder()
                        .staffNumber("T1001")
                        .role(OperatorRole.TELLER)
                        .points(List.of("gz-001"))
                        .build());
        assertThat(bank.at(COUNTER).provinces().list()).isNotEmpty();
        bank.operators()
                .change(
                        "T1001",
                        OperatorChange.builder()
                                .role(OperatorRole.TELLER)
                                .state(OperatorState.SUSPENDED)
                                .points(List.of("gz-001"))
                                .build());
        assertThatThrownBy(() -> bank.at(COUNTER).provinces().list())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.problem().code()).isEqualTo(ProblemType.OPERATOR_SUSPENDED.code()));
        assertThat(bank.provinces().list()).as("away from the counter").isNotEmpty();
    }

    private static void isUnknown(Throwable thrown) {
        assertThat(((RefusedException) thrown).problem().code()).isEqualTo(ProblemType.OPERATOR_UNKNOWN.code());
    }

    @Test
    void aContextIsReadAsItIsWritten() {
        assertThat(CounterContext.parse(List.of(COUNTER.toField()))).contains(COUNTER);
        assertThat(CounterContext.parse(List.of(COUNTER.toField() + ", x=y"))).isEmpty();
        assertThat(CounterContext.parse(List.of(COUNTER.toField(), COUNTER.toField())))
                .isEmpty();
        assertThat(CounterContext.parse(List.of(COUNTER.toField().replace("status", "steal"))))
                .isEqualTo(Optional.empty());
        assertThat(CounterContext.parse(List.of(COUNTER.toField().replace("purpose=status", "purpose=\"status\""))))
                .isEmpty();
    }
}
