package io.tongban.gateway.delivery.province;

import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProvinceControlsTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final ProvinceCode SICHUAN = new ProvinceCode("51");

    private final House house = new House();
    private final ProvinceControls controls = house.get(ProvinceControls.class);

    private Control change(OperatorState state) {
        Control control =
                house.inTransaction(handle -> controls.change(handle, GUANGDONG, state, "a move", House.AGENCY));
        controls.changed();
        return control;
    }

    @Test
    void runsUnlessTheAgencySaidOtherwise() {
        assertThat(controls.state(GUANGDONG)).isEqualTo(OperatorState.RUNNING);
    }

    @Test
    void pausesOneProvinceAndLetsItRunAgain() {
        controls.state(GUANGDONG);
        assertThat(change(OperatorState.PAUSED))
                .isEqualTo(new Control(GUANGDONG, OperatorState.PAUSED, "a move", House.NOW, House.AGENCY.id(), 1));

        assertThat(controls.state(GUANGDONG)).isEqualTo(OperatorState.PAUSED);
        assertThat(controls.state(SICHUAN)).isEqualTo(OperatorState.RUNNING);

        change(OperatorState.RUNNING);
        assertThat(controls.state(GUANGDONG)).isEqualTo(OperatorState.RUNNING);
        assertThat(house.audited()).containsExactly("province.state-changed", "province.state-changed");
    }

    @Test
    void isTheSameAtEveryNode() {
        change(OperatorState.DRAINING);

        var anotherNode = new ProvinceControls(house.provinces, house.get(Audit.class), house.jdbi, house.clock);
        assertThat(anotherNode.state(GUANGDONG)).isEqualTo(OperatorState.DRAINING);
    }

    @Test
    void admitsNothingNewWhileItDrainsAndSaysWhenToLookAgain() {
        change(OperatorState.DRAINING);

        assertProblem(ProblemType.PROVINCE_DRAINING, "/province", () -> controls.admit(GUANGDONG, "/province"));
        assertThat(catchThrowableOfType(ProblemException.class, () -> controls.admit(GUANGDONG, null))
                        .retryAfter())
                .contains(Duration.ofMinutes(5));
        assertThatCode(() -> controls.admit(SICHUAN, null)).doesNotThrowAnyException();
    }

    @Test
    void admitsWhatIsNewWhileItIsPaused() {
        change(OperatorState.PAUSED);

        assertThatCode(() -> controls.admit(GUANGDONG, null)).doesNotThrowAnyException();
    }

    @Test
    void knowsNoStateOfAProvinceThatIsNotConnected() {
        assertProblem(
                ProblemType.NOT_FOUND,
                null,
                () -> house.inTransaction(handle ->
                        controls.change(handle, new ProvinceCode("99"), OperatorState.PAUSED, "a move", House.AGENCY)));

        assertThat(house.count("province_control")).isZero();
        assertThat(house.audited()).isEmpty();
    }
}
