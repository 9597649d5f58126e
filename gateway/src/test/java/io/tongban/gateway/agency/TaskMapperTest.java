package io.tongban.gateway.agency;

import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.agency.TaskKind;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.agency.TaskState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskMapperTest {
    private static final Instant AT = Instant.parse("2026-11-23T04:00:00Z");

    private static TaskResolution said(
            TaskOutcome outcome, @Nullable String receipt, @Nullable Long amountFen, @Nullable String personNumber) {
        return TaskResolution.builder()
                .outcome(outcome)
                .provinceReceipt(receipt)
                .bookedAt(receipt == null ? null : AT)
                .amountFen(amountFen)
                .personNumber(personNumber)
                .note("asked by telephone")
                .build();
    }

    @Test
    void readsABookingOfAWithholding() {
        assertThat(TaskMapper.fromWire(said(TaskOutcome.BOOKED, "GD1", 110_200L, null)))
                .isEqualTo(new Resolution.Booked("GD1", AT, 110_200, "asked by telephone"));
    }

    @Test
    void readsARegistrationAndKeepsItsNumberToItself() {
        Resolution registered = TaskMapper.fromWire(said(TaskOutcome.BOOKED, null, null, "4401000012345678"));

        assertThat(registered).isEqualTo(new Resolution.Registered("4401000012345678", "asked by telephone"));
        assertThat(registered.toString()).doesNotContain("4401");
    }

    @Test
    void readsTheOtherOutcomes() {
        assertThat(TaskMapper.fromWire(said(TaskOutcome.NOT_BOOKED, null, null, null)))
                .isEqualTo(new Resolution.NotBooked("asked by telephone"));
        assertThat(TaskMapper.fromWire(said(TaskOutcome.SEND_AGAIN, null, null, null)))
                .isEqualTo(new Resolution.SendAgain("asked by telephone"));
    }

    @ParameterizedTest
    @CsvSource({"GD1,,/amountFen", ",110200,/provinceReceipt", ",,/provinceReceipt"})
    void refusesABookingThatIsNotWhole(@Nullable String receipt, @Nullable Long amountFen, String pointer) {
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                pointer,
                () -> TaskMapper.fromWire(said(TaskOutcome.BOOKED, receipt, amountFen, null)));
    }

    @Test
    void refusesABookingWithoutItsTime() {
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                "/bookedAt",
                () -> TaskMapper.fromWire(TaskResolution.builder()
                        .outcome(TaskOutcome.BOOKED)
                        .provinceReceipt("GD1")
                        .amountFen(110_200L)
                        .note("asked by telephone")
                        .build()));
    }

    @Test
    void refusesToTakeAWithholdingForARegistration() {
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                null,
                () -> TaskMapper.fromWire(said(TaskOutcome.BOOKED, "GD1", 110_200L, "4401000012345678")));
    }

    @ParameterizedTest
    @EnumSource(names = "BOOKED", mode = EnumSource.Mode.EXCLUDE)
    void refusesParticularsOfWhatIsNotBooked(TaskOutcome outcome) {
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                null,
                () -> TaskMapper.fromWire(said(outcome, null, null, "4401000012345678")));
        assertProblem(
                ProblemType.RESOLUTION_INVALID, null, () -> TaskMapper.fromWire(said(outcome, null, 110_200L, null)));
    }

    @Test
    void showsTasksOpenAndSettled() {
        ReviewTask open = new ReviewTask(
                "tsk_1", new ProvinceCode("44"), ReviewTask.Kind.ENROLMENT, "enr_1", "meitu", "manual", AT, null);
        assertThat(TaskMapper.toWire(open))
                .isEqualTo(new io.tongban.api.agency.ReviewTask(
                        "tsk_1",
                        "44",
                        TaskKind.ENROLMENT,
                        "enr_1",
                        "meitu",
                        "manual",
                        AT,
                        TaskState.OPEN,
                        null,
                        null,
                        null,
                        1));

        ReviewTask settled = new ReviewTask(
                "tsk_1",
                new ProvinceCode("44"),
                ReviewTask.Kind.ENROLMENT,
                "enr_1",
                "meitu",
                "manual",
                AT,
                new ReviewTask.Settled(AT, ReviewTask.Outcome.SEND_AGAIN, "agency"));
        assertThat(TaskMapper.toWire(settled))
                .extracting(
                        io.tongban.api.agency.ReviewTask::state,
                        io.tongban.api.agency.ReviewTask::settledAt,
                        io.tongban.api.agency.ReviewTask::outcome,
                        io.tongban.api.agency.ReviewTask::settledBy,
                        io.tongban.api.agency.ReviewTask::revision)
                .containsExactly(TaskState.SETTLED, AT, TaskOutcome.SEND_AGAIN, "agency", 2L);
    }
}
