package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.agency.ReviewTask;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.agency.TaskState;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.province.ProvinceState;
import io.tongban.api.withholding.StepKind;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.withholding.WithholdingStep;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sdk.ReviewTaskQuery;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Outcomes by script, in the fake's own time. */
class ScriptsTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-23T02:00:00Z"));
    private final Tongban tongban = fake.client();
    private final Insured rider = fake.insured(tongban);

    private WithholdingOrder order(int month) {
        return WithholdingOrder.builder()
                .partnerReference("wh-" + month)
                .workerId(rider.worker().id())
                .mandateId(rider.mandate().id())
                .insurance("AAE140:110")
                .period(YearMonth.of(2026, month))
                .baseFen(551_000L)
                .amountFen(110_200L)
                .build();
    }

    private Withholding withheld(int month) {
        return tongban.withholdings().withhold(order(month));
    }

    private Withholding read(Withholding withholding) {
        return tongban.withholdings().get(withholding.id());
    }

    @Test
    void confirmsAtOnceUnlessToldOtherwise() {
        Withholding accepted = withheld(10);
        Withholding confirmed = read(accepted);

        assertThat(accepted.state()).isEqualTo(WithholdingState.ACCEPTED);
        assertThat(confirmed.state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(confirmed.revision()).isGreaterThan(accepted.revision());
        assertThat(confirmed.history())
                .extracting(WithholdingStep::what)
                .containsExactly(StepKind.ACCEPTED, StepKind.SENT, StepKind.CONFIRMED);
    }

    @Test
    void confirmsLater() {
        fake.withholdings().always(Outcome.confirmed().after(Duration.ofDays(1)));
        Withholding accepted = withheld(10);

        fake.advance(Duration.ofHours(23));
        assertThat(read(accepted).state()).isEqualTo(WithholdingState.ACCEPTED);
        fake.advance(Duration.ofHours(1));
        assertThat(read(accepted).state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(read(accepted).settledAt()).isEqualTo(accepted.acceptedAt().plus(Duration.ofDays(1)));
    }

    @Test
    void awaitFinalTakesTheTimeOfTheFakeAndNoneOfTheTest() {
        fake.withholdings().next(Outcome.confirmed().after(Duration.ofHours(2)));
        Withholding accepted = withheld(10);

        assertThat(tongban.withholdings().awaitFinal(accepted.id(), A_WHILE).state())
                .as("given up after a minute")
                .isEqualTo(WithholdingState.ACCEPTED);
        assertThat(tongban.withholdings()
                        .awaitFinal(accepted.id(), Duration.ofHours(3))
                        .state())
                .as("after some hundred reads")
                .isEqualTo(WithholdingState.CONFIRMED);
    }

    @Test
    void refusesWithWhatTheScriptSays() {
        fake.withholdings()
                .next(Outcome.refused(ProblemType.PROVINCE_NOT_ELIGIBLE), Outcome.confirmed())
                .of("wh-8", Outcome.refused(ProblemType.PROVINCE_PERIOD_PAID));

        assertThat(read(withheld(10)).refusal().code()).isEqualTo("province-not-eligible");
        assertThat(read(withheld(8)).refusal().code()).isEqualTo("province-period-paid");
        assertThat(read(withheld(9)).state()).isEqualTo(WithholdingState.CONFIRMED);
    }

    @Test
    void everyCodeOfAProvinceCanBeScriptedAndNoOther() {
        for (ProblemType type : ProblemType.values()) {
            if (type.code().startsWith("province-") && type.source().name().equals("PROVINCE")) {
                assertThat(Outcome.refused(type)).isNotNull();
            } else {
                assertThatThrownBy(() -> Outcome.refused(type)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void whatNobodyKnowsIsInquiredAndThenThere() {
        fake.withholdings().next(Outcome.unknown().then(Duration.ofMinutes(5), Outcome.confirmed()));
        Withholding accepted = withheld(10);

        assertThat(read(accepted).state()).isEqualTo(WithholdingState.IN_PROCESS);
        fake.advance(Duration.ofMinutes(5));
        Withholding confirmed = read(accepted);
        assertThat(confirmed.state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(confirmed.history())
                .extracting(WithholdingStep::what)
                .containsExactly(StepKind.ACCEPTED, StepKind.SENT, StepKind.INQUIRED, StepKind.CONFIRMED);
    }

    @Test
    void aBookingIsReversedByScriptOrByHand() {
        fake.withholdings().next(Outcome.confirmed().then(Duration.ofDays(3), Outcome.reversed()));
        Withholding byScript = withheld(10);
        fake.advance(Duration.ofDays(3));
        Withholding byHand = withheld(9);
        assertThat(read(byHand).state()).isEqualTo(WithholdingState.CONFIRMED);
        fake.settle(byHand.id(), Outcome.reversed());

        assertThat(read(byScript).state()).isEqualTo(WithholdingState.REVERSED);
        assertThat(read(byHand).state()).isEqualTo(WithholdingState.REVERSED);
        assertThat(tongban.withholdings()
                        .withhold(
                                order(10).toBuilder().partnerReference("again").build())
                        .period())
                .as("the month is free")
                .isEqualTo(YearMonth.of(2026, 10));
    }

    @Test
    void aPersonAtTheCounterSettlesIt() {
        fake.withholdings().next(Outcome.awaitingReview(), Outcome.awaitingReview());
        Withholding booked = withheld(10);
        Withholding sentAgain = withheld(9);
        assertThat(read(booked).state()).isEqualTo(WithholdingState.AWAITING_REVIEW);
        Tongban agency = fake.agencyClient();
        for (ReviewTask task : agency.reviewTasks()
                .list(ReviewTaskQuery.all().inState(TaskState.OPEN).pagesOf(1))) {
            TaskResolution.Builder settlement = TaskResolution.builder().note("Asked by telephone");
            agency.reviewTasks()
                    .settle(
                            task.id(),
                            task.subjectId().equals(booked.id())
                                    ? settlement.outcome(TaskOutcome.NOT_BOOKED).build()
                                    : settlement.outcome(TaskOutcome.SEND_AGAIN).build());
        }

        assertThat(read(booked).refusal().code()).isEqualTo("province-refused-on-review");
        assertThat(read(sentAgain).state()).isEqualTo(WithholdingState.CONFIRMED);
        assertThat(agency.reviewTasks().list(ReviewTaskQuery.all()).stream().map(ReviewTask::state))
                .containsExactly(TaskState.SETTLED, TaskState.SETTLED);
    }

    @Test
    void anEnrolmentCanBeRefusedAndRepeated() {
        fake.enrolments().next(Outcome.refused(ProblemType.PROVINCE_IDENTITY_MISMATCH));
        WorkerRegistration registration = Samples.registration();
        Worker refused = tongban.workers().register(registration);
        assertThat(tongban.workers()
                        .awaitEnrolled(refused.id(), A_WHILE)
                        .enrolments()
                        .get(0)
                        .state())
                .isEqualTo(EnrolmentState.REFUSED);
        fake.advance(A_WHILE);

        Worker again = tongban.workers().register(registration);
        assertThat(again.id()).isEqualTo(refused.id());
        assertThat(tongban.workers()
                        .awaitEnrolled(again.id(), A_WHILE)
                        .enrolments()
                        .get(0)
                        .state())
                .isEqualTo(EnrolmentState.ENROLLED);
    }

    @Test
    void whatIsPausedWaits() {
        Tongban agency = fake.agencyClient();
        agency.agency().changeProvinceState("44", ProvinceState.PAUSED, "Moves house");
        Withholding accepted = withheld(10);
        fake.advance(Duration.ofDays(1));
        assertThat(read(accepted).state()).isEqualTo(WithholdingState.ACCEPTED);

        agency.agency().changeProvinceState("44", ProvinceState.RUNNING, "Has moved");
        assertThat(read(accepted).state()).isEqualTo(WithholdingState.CONFIRMED);

        agency.agency().changeProvinceState("44", ProvinceState.DRAINING, "Moves again");
        assertThat(catchThrowableOfType(RefusedException.class, () -> withheld(9))
                        .code())
                .isEqualTo("province-draining");
    }
}
