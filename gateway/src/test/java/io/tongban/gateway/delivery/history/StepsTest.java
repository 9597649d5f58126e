package io.tongban.gateway.delivery.history;

import static io.tongban.gateway.delivery.history.Step.What.ACKNOWLEDGED;
import static io.tongban.gateway.delivery.history.Step.What.INQUIRED;
import static io.tongban.gateway.delivery.history.Step.What.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.House;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Instant NOON = House.NOW;

    private final House house = new House();
    private final Steps steps = house.get(Steps.class);

    @Test
    void keepsWhatWasDoneInOrder() {
        Step sent = Step.once(SENT, "unknown", "timeout", NOON);
        Step inquired = Step.once(INQUIRED, "accepted", null, NOON.plusSeconds(1));
        note(sent, inquired);
        assertThat(of("wh_1")).containsExactly(sent, inquired);
        assertThat(of("wh_2")).isEmpty();
    }

    @Test
    void countsWhatIsDoneAgainInARow() {
        note(Step.once(SENT, "unknown", "timeout", NOON));
        note(inquired("timeout", 1), inquired("timeout", 2));
        note(inquired("timeout", 3));
        note(inquired("not-connected", 4));
        note(inquired("timeout", 5));
        assertThat(of("wh_1"))
                .containsExactly(
                        Step.once(SENT, "unknown", "timeout", NOON),
                        new Step(INQUIRED, "unknown", "timeout", NOON.plusSeconds(1), 3, NOON.plusSeconds(3)),
                        inquired("not-connected", 4),
                        inquired("timeout", 5));
    }

    @Test
    void takesAbsentCausesForEqual() {
        note(Step.once(ACKNOWLEDGED, "pending", null, NOON));
        note(Step.once(ACKNOWLEDGED, "pending", null, NOON));
        note(Step.once(ACKNOWLEDGED, null, null, NOON));
        assertThat(of("wh_1")).extracting(Step::times).containsExactly(2, 1);
    }

    @Test
    void keepsTheFirstAndTheLastOfManyAndNoMore() {
        note(Step.once(SENT, "unknown", "timeout", NOON));
        IntStream.rangeClosed(1, 300).forEach(i -> note(inquired("cause-" + i, i)));
        List<Step> kept = of("wh_1");
        assertThat(kept).hasSize(Steps.KEPT);
        assertThat(kept.get(0).what()).isEqualTo(SENT);
        assertThat(kept.get(1).cause()).isEqualTo("cause-" + (302 - Steps.KEPT));
        assertThat(kept.get(kept.size() - 1).cause()).isEqualTo("cause-300");
    }

    @Test
    void rollsBackWithItsTransaction() {
        house.jdbi.useTransaction(handle -> {
            steps.note(handle, "wh_1", inquired("timeout", 1));
            handle.rollback();
        });
        assertThat(of("wh_1")).isEmpty();
    }

    private static Step inquired(String cause, int seconds) {
        return Step.once(INQUIRED, "unknown", cause, NOON.plusSeconds(seconds));
    }

    private void note(Step... each) {
        house.jdbi.useTransaction(handle -> steps.note(handle, "wh_1", List.of(each)));
    }

    private List<Step> of(String subjectId) {
        return house.jdbi.withHandle(handle -> steps.of(handle, subjectId));
    }
}
