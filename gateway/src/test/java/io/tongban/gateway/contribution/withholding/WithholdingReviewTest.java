package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.contribution.withholding.WithholdingFixture.AMOUNT_FEN;
import static io.tongban.gateway.contribution.withholding.WithholdingFixture.OCTOBER;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.dispatch.Dispatching;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.delivery.review.TaskFilter;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withholdings that a person settles. */
class WithholdingReviewTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final Resolution NO = new Resolution.NotBooked("asked by telephone");
    private static final Resolution AGAIN = new Resolution.SendAgain("asked by telephone");

    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);
    private final ReviewTasks tasks = house.get(ReviewTasks.class);
    private String id = "";

    @BeforeEach
    void handOver() {
        house.listen(MEITU);
        id = meitu.accepted("wh-1", OCTOBER);
        Dispatching.handOver(house, house.get(WithholdingOperation.class), id, "deadline");
    }

    @Test
    void aBookingThatAPersonFoundConfirms() {
        ReviewTask settled = settle(yes(AMOUNT_FEN));
        WithholdingRecord confirmed = meitu.read(id);
        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(confirmed.provinceReceipt()).isEqualTo("R1");
        assertThat(settled.settled())
                .isEqualTo(new ReviewTask.Settled(House.NOW, ReviewTask.Outcome.BOOKED, House.AGENCY.id()));
        assertThat(house.told())
                .containsExactly(MEITU + " WITHHOLDING_AWAITING_REVIEW", MEITU + " WITHHOLDING_CONFIRMED");
        assertThat(house.audited()).contains("withholding.confirmed", "task.settled");
    }

    @Test
    void whatThePersonDidNotFindIsRefused() {
        settle(NO);
        assertThat(meitu.read(id).refusal()).isEqualTo(ProblemType.PROVINCE_REFUSED_ON_REVIEW);
        assertThat(house.told()).endsWith(MEITU + " WITHHOLDING_REFUSED");
        assertThat(meitu.accepted("wh-2", OCTOBER)).isNotEqualTo(id);
    }

    @Test
    void whatIsSentAgainIsOnItsWayWithTheTimeOfItsFirstSend() {
        settle(AGAIN);
        assertThat(meitu.read(id).state()).isEqualTo(State.IN_PROCESS);
        Instant sent = house.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT sent_at FROM outbox WHERE order_key IS NOT NULL AND subject_id = :id")
                .bind("id", id)
                .mapTo(Instant.class)
                .one());
        assertThat(sent).isEqualTo(House.NOW);
    }

    @Test
    void aBookingMustBeWhatWasWithheld() {
        assertProblem(ProblemType.RESOLUTION_INVALID, "/amountFen", () -> settle(yes(AMOUNT_FEN + 1)));
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                "/bookedAt",
                () -> settle(new Resolution.Booked("R1", House.NOW.plusSeconds(1), AMOUNT_FEN, "x")));
        assertProblem(
                ProblemType.RESOLUTION_INVALID, "/personNumber", () -> settle(new Resolution.Registered("P1", "x")));
        assertThat(meitu.read(id).state()).isEqualTo(State.AWAITING_REVIEW);
        assertThat(openTasks()).hasSize(1);
    }

    @Test
    void aTaskIsSettledOnceHoweverManyTry() throws Exception {
        String taskId = openTasks().get(0).id();
        List<String> outcomes = Crowd.run(8, i -> () -> settle(taskId, i % 2 == 0 ? yes(AMOUNT_FEN) : NO));
        assertThat(outcomes).containsOnlyOnce("ok").containsOnly("ok", "task-settled");
        assertThat(house.told()).hasSize(2);
    }

    @Test
    void thePersonAndTheProvinceSettleItOnce() throws Exception {
        String taskId = openTasks().get(0).id();
        List<String> outcomes = Crowd.run(
                2,
                i -> i == 0
                        ? () -> settle(taskId, yes(AMOUNT_FEN))
                        : () -> {
                            Dispatching.inbox(house).arrived(GUANGDONG, booked());
                            return id;
                        });
        assertThat(outcomes).isSubsetOf("ok", "task-settled").contains("ok");
        assertThat(meitu.read(id).state()).isEqualTo(State.CONFIRMED);
        assertThat(house.told()).hasSize(2);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void whatTheProvinceSaysAgainstAPersonIsForAPerson() {
        settle(NO);
        Dispatching.inbox(house).arrived(GUANGDONG, booked());
        assertThat(openTasks()).extracting(ReviewTask::reason).containsExactly("contradiction");
        assertThat(meitu.read(id).state()).isEqualTo(State.REFUSED);
        // The partner may have withheld the month again: it cannot become booked.
        assertProblem(ProblemType.RESOLUTION_INVALID, null, () -> settle(yes(AMOUNT_FEN)));
        assertProblem(ProblemType.RESOLUTION_INVALID, null, () -> settle(AGAIN));
        settle(NO);
        assertThat(meitu.read(id).state()).isEqualTo(State.REFUSED);
        assertThat(house.told()).endsWith(MEITU + " WITHHOLDING_REFUSED").hasSize(2);
    }

    @Test
    void aBookingThatIsNotThereAfterAllIsReversed() {
        settle(yes(AMOUNT_FEN));
        Dispatching.inbox(house)
                .arrived(GUANGDONG, new ProvinceReply.Refused(serial(), RefusalReason.NOT_ELIGIBLE, "E7", "no"));
        settle(NO);
        assertThat(meitu.read(id).state()).isEqualTo(State.REVERSED);
        assertThat(house.told()).endsWith(MEITU + " WITHHOLDING_REVERSED");
    }

    private Resolution yes(long amountFen) {
        return new Resolution.Booked("R1", House.NOW.minusSeconds(3600), amountFen, "asked by telephone");
    }

    private ProvinceReply booked() {
        return new ProvinceReply.Accepted(serial(), new Withheld("R1", AMOUNT_FEN, House.NOW.minusSeconds(3600)));
    }

    private String serial() {
        return meitu.read(id).serial();
    }

    private ReviewTask settle(Resolution settlement) {
        return settle(openTasks().get(0).id(), settlement);
    }

    private ReviewTask settle(String taskId, Resolution settlement) {
        return house.inTransaction(handle -> tasks.settle(handle, taskId, settlement, House.AGENCY));
    }

    private List<ReviewTask> openTasks() {
        return house.inTransaction(
                        handle -> tasks.list(handle, new TaskFilter(null, ReviewTask.State.OPEN), null, null))
                .items();
    }
}
