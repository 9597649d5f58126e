package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.contribution.withholding.WithholdingFixture.OCTOBER;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.province.OperatorState;
import io.tongban.gateway.delivery.province.ProvinceControls;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much may wait for a province, and what waits. */
class AcceptanceBoundsTest {
    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);

    @Test
    void refusesWhatFindsTheQueueFull() {
        String first = meitu.accepted("wh-1", OCTOBER);
        house.provinces.queue = waiting();
        assertThat(refused()).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.PROVINCE_QUEUE_FULL);
            assertThat(problem.retryAfter()).contains(Duration.ofMinutes(1));
        });
        house.provinces.queue++;
        assertThat(meitu.accepted("wh-2", OCTOBER.minusMonths(1))).isNotEqualTo(first);
    }

    @Test
    void refusesARegistrationThatFindsTheQueueFullAndLeavesNothingOfIt() {
        house.provinces.queue = waiting();
        long workers = house.count("worker");
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> WorkerFixture.registered(house, MEITU, 2, "44"));
        assertThat(problem.type()).isEqualTo(ProblemType.PROVINCE_QUEUE_FULL);
        assertThat(house.count("worker")).isEqualTo(workers);
    }

    @Test
    void aClosedProvinceMakesNoRoomBeforeItOpens() {
        house.provinces.queue = 0;
        house.provinces.hours = new ProvinceFacts.Hours(false, House.NOW.plus(Duration.ofMinutes(20)));
        assertThat(refused().retryAfter()).contains(Duration.ofMinutes(21));
        house.provinces.hours = new ProvinceFacts.Hours(false, House.NOW.plus(Duration.ofHours(9)));
        assertThat(refused().retryAfter()).contains(Duration.ofHours(1));
        house.provinces.hours = new ProvinceFacts.Hours(false, House.NOW.minus(Duration.ofHours(9)));
        assertThat(refused().retryAfter()).contains(Duration.ofMinutes(1));
    }

    @Test
    void refusesWhatIsNewWhileTheAgencyDrains() {
        ProvinceControls controls = house.get(ProvinceControls.class);
        house.inTransaction(handle ->
                controls.change(handle, new ProvinceCode("44"), OperatorState.DRAINING, "a move", House.AGENCY));
        controls.changed();
        assertThat(refused().type()).isEqualTo(ProblemType.PROVINCE_DRAINING);
    }

    @Test
    void acceptsWhileTheProvinceIsClosedAndNotesThatItWaits() {
        house.provinces.places = 0;
        house.clock.advance(Duration.ofSeconds(2));
        String id = meitu.accepted("wh-1", OCTOBER);
        List<Step> steps = house.inTransaction(handle -> house.get(Steps.class).of(handle, id));
        assertThat(steps).extracting(Step::what).containsExactly(Step.What.WAITING);
    }

    private int waiting() {
        return (int) house.count("outbox WHERE lane = 'province:44'");
    }

    private ProblemException refused() {
        return catchThrowableOfType(ProblemException.class, () -> meitu.accepted("wh-9", OCTOBER.minusMonths(1)));
    }
}
