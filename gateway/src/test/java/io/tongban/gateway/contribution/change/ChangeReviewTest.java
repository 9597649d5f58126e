package io.tongban.gateway.contribution.change;

import static io.tongban.gateway.contribution.change.ChangeFixture.EARLIEST;
import static io.tongban.gateway.contribution.change.ChangeFixture.GUANGDONG;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.change.ChangeRecord.State;
import io.tongban.gateway.delivery.dispatch.Dispatching;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.delivery.review.TaskFilter;
import io.tongban.gateway.testing.House;
import io.tongban.province.InsuranceChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that a person settles. */
class ChangeReviewTest {
    private final House house = new House();
    private final ChangeFixture meitu = ChangeFixture.of(house, MEITU, 1);
    private final ReviewTasks tasks = house.get(ReviewTasks.class);
    private String id = "";

    @BeforeEach
    void handOver() {
        house.listen(MEITU);
        id = meitu.pension("c-1", GUANGDONG, InsuranceChange.PAUSE, EARLIEST);
        Dispatching.handOver(house, house.get(ChangeOperation.class), id, "deadline");
    }

    @Test
    void aChangeThatAPersonFoundConfirmsWithItsReceipt() {
        settle(new Resolution.Changed("R1", "asked by telephone"));

        assertThat(meitu.read(id).state()).isEqualTo(State.CONFIRMED);
        assertThat(meitu.read(id).provinceReceipt()).isEqualTo("R1");
        assertThat(house.told())
                .containsExactly(MEITU + " INSURANCE_CHANGE_AWAITING_REVIEW", MEITU + " INSURANCE_CHANGED");
        assertThat(house.audited()).contains("change.confirmed", "task.settled");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void whatThePersonDidNotFindIsRefusedAndCanBeOrderedAgain() {
        settle(new Resolution.NotBooked("asked by telephone"));

        assertThat(meitu.read(id).refusal()).isEqualTo(ProblemType.PROVINCE_REFUSED_ON_REVIEW);
        assertThat(house.told()).endsWith(MEITU + " INSURANCE_CHANGE_REFUSED");
        meitu.pension("c-2", GUANGDONG, InsuranceChange.PAUSE, EARLIEST);
    }

    @Test
    void whatIsSentAgainIsOnItsWay() {
        settle(new Resolution.SendAgain("asked by telephone"));

        assertThat(meitu.read(id).state()).isEqualTo(State.IN_PROCESS);
        assertThat(house.count("outbox WHERE subject_id = '" + id + "'")).isEqualTo(1);
    }

    @Test
    void aChangeIsNoBooking() {
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                "/provinceReceipt",
                () -> settle(new Resolution.Booked("R1", Instant.EPOCH, 1, "asked by telephone")));
        assertThat(meitu.read(id).state()).isEqualTo(State.AWAITING_REVIEW);
        assertThat(openTasks()).hasSize(1);
    }

    private void settle(Resolution settlement) {
        String task = openTasks().get(0).id();
        house.inTransaction(handle -> tasks.settle(handle, task, settlement, House.AGENCY));
    }

    private List<ReviewTask> openTasks() {
        return house.inTransaction(
                        handle -> tasks.list(handle, new TaskFilter(null, ReviewTask.State.OPEN), null, null))
                .items();
    }
}
