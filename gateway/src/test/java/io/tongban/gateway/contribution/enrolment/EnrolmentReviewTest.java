package io.tongban.gateway.contribution.enrolment;

import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment.State;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.delivery.dispatch.Dispatching;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.delivery.review.TaskFilter;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail.Registered;
import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enrolments that a person settles, and that a province answers late. */
class EnrolmentReviewTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");

    private final House house = new House();
    private final ReviewTasks tasks = house.get(ReviewTasks.class);
    private final EnrolmentOperation task = house.get(EnrolmentOperation.class);
    private final ProvinceInbox inbox = Dispatching.inbox(house);
    private String workerId = "";

    @BeforeEach
    void register() {
        house.listen(MEITU);
        house.listen(KUAIDA);
        workerId = WorkerFixture.registered(house, MEITU, 1, "44");
        house.jdbi.useTransaction(handle -> task.ready(handle, current().id()));
        WorkerFixture.registered(house, KUAIDA, 1, "44");
    }

    @Test
    void handsOverOnceAndTellsThePartnerThatAsked() {
        handOver();
        assertThat(current().state()).isEqualTo(State.AWAITING_REVIEW);
        assertThat(house.told()).containsExactly(MEITU + " ENROLMENT_AWAITING_REVIEW");
        assertThat(openTasks()).singleElement().satisfies(open -> {
            assertThat(open.kind()).isEqualTo(ReviewTask.Kind.ENROLMENT);
            assertThat(open.clientId()).isEqualTo(MEITU);
        });
    }

    @Test
    void thePersonNumberThatWasFoundEnrols() {
        handOver();
        settle(new Resolution.Registered("44000017", "asked by telephone"));
        assertThat(current().state()).isEqualTo(State.ENROLLED);
        assertThat(house.told()).contains(MEITU + " WORKER_ENROLLED");
        List<InsuredThere> insured =
                house.inTransaction(handle -> house.get(EnrolmentService.class).insuredWhere(handle, workerId));
        assertThat(insured).extracting(InsuredThere::personNumber).containsExactly("44000017");
        assertThat(house.count("audit WHERE facts LIKE '%44000017%'")).isZero();
    }

    @Test
    void whatWasNotFoundIsRefused() {
        handOver();
        settle(new Resolution.NotBooked("asked by telephone"));
        assertThat(current().refusal()).isEqualTo(ProblemType.PROVINCE_REFUSED_ON_REVIEW);
        assertThat(house.told()).contains(MEITU + " WORKER_REFUSED");
    }

    @Test
    void whatIsSentAgainIsPending() {
        handOver();
        settle(new Resolution.SendAgain("asked by telephone"));
        assertThat(current().state()).isEqualTo(State.PENDING);
        assertThat(house.count("outbox WHERE kind = 'province.register' AND sent_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void isNotSettledLikeAWithholding() {
        handOver();
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                "/provinceReceipt",
                () -> settle(new Resolution.Booked("R1", House.NOW, 1, "x")));
        assertThat(openTasks()).hasSize(1);
    }

    @Test
    void tomorrowsReplyEnrolsAndASecondNumberContradictsIt() {
        inbox.arrived(GUANGDONG, registered("44000017"));
        assertThat(current().state()).isEqualTo(State.ENROLLED);
        inbox.arrived(GUANGDONG, registered("44000017"));
        assertThat(openTasks()).isEmpty();
        inbox.arrived(GUANGDONG, registered("44000018"));
        assertThat(openTasks()).extracting(ReviewTask::reason).containsExactly("contradiction");
        assertProblem(
                ProblemType.RESOLUTION_INVALID,
                "/personNumber",
                () -> settle(new Resolution.Registered("44000018", "x")));
        settle(new Resolution.Registered("44000017", "they have merged the numbers"));
        assertThat(current().state()).isEqualTo(State.ENROLLED);
    }

    @Test
    void aRegistrationIsNotTakenBack() {
        inbox.reversed(GUANGDONG, serial(), House.NOW);
        assertThat(current().state()).isEqualTo(State.PENDING);
        inbox.arrived(GUANGDONG, registered("44000017"));
        inbox.reversed(GUANGDONG, serial(), House.NOW);
        assertThat(current().state()).isEqualTo(State.ENROLLED);
        assertThat(openTasks()).extracting(ReviewTask::reason).containsExactly("contradiction");
    }

    @Test
    void aRefusalIsRepeatedWithoutEffect() {
        ProvinceReply no = new ProvinceReply.Refused(serial(), RefusalReason.IDENTITY_MISMATCH, "B002", "不一致");
        inbox.arrived(GUANGDONG, no);
        inbox.arrived(GUANGDONG, no);
        assertThat(house.audited()).endsWith("acknowledgement.duplicate");
        inbox.arrived(GUANGDONG, registered("44000017"));
        assertThat(current().state()).isEqualTo(State.REFUSED);
        assertThat(openTasks()).extracting(ReviewTask::reason).containsExactly("contradiction");
    }

    private void handOver() {
        Dispatching.handOver(house, task, current().id(), "deadline");
    }

    private void settle(Resolution settlement) {
        String taskId = openTasks().get(0).id();
        house.inTransaction(handle -> tasks.settle(handle, taskId, settlement, House.AGENCY));
    }

    private List<ReviewTask> openTasks() {
        return house.inTransaction(
                        handle -> tasks.list(handle, new TaskFilter(null, ReviewTask.State.OPEN), null, null))
                .items();
    }

    private ProvinceReply registered(String personNumber) {
        return new ProvinceReply.Accepted(serial(), new Registered(personNumber));
    }

    private String serial() {
        return house.inTransaction(
                handle -> handle.createQuery("SELECT serial FROM enrolment WHERE client_id = :client")
                        .bind("client", MEITU)
                        .mapTo(String.class)
                        .one());
    }

    private PersonEnrolment current() {
        List<PersonEnrolment> all =
                house.inTransaction(handle -> house.get(EnrolmentService.class).ofWorker(handle, workerId));
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
