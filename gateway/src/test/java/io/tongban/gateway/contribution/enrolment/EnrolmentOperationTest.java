package io.tongban.gateway.contribution.enrolment;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Numbers;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceCommand.Place;
import io.tongban.province.ProvinceDetail.Registered;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolmentOperationTest {
    private static final ProvinceReply YES = new Accepted("S", new Registered("44000017"));
    private static final ProvinceReply NO = new Refused("S", RefusalReason.IDENTITY_MISMATCH, "B002", "不一致");

    private final House house = new House();
    private final EnrolmentOperation task = house.get(EnrolmentOperation.class);
    private final EnrolmentService enrolments = house.get(EnrolmentService.class);
    private String workerId = "";

    @BeforeEach
    void register() {
        house.listen(MEITU);
        workerId = WorkerFixture.registered(house, MEITU, 1, "44");
    }

    @Test
    void sendsThePersonUnderTheStoredSerial() {
        ProvinceCommand first = command();
        assertThat(first).isInstanceOfSatisfying(ProvinceCommand.Register.class, register -> {
            assertThat(register.person()).isEqualTo(new InsuredPerson(Numbers.citizen(1), "李秀英", "13900000017"));
            assertThat(register.place()).isEqualTo(Place.WORK_PLACE);
            assertThat(register.serial()).matches("261123[A-Z0-9]{14}");
        });
        assertThat(command()).isEqualTo(first);
    }

    @Test
    void enrolsOnceAndTellsOnce() {
        settle(YES);
        house.clock.advance(Duration.ofMinutes(1));
        settle(YES);
        settle(NO);
        PersonEnrolment enrolment = current();
        assertThat(enrolment.state()).isEqualTo(PersonEnrolment.State.ENROLLED);
        assertThat(enrolment.updatedAt()).isEqualTo(House.NOW);
        assertThat(house.told()).containsExactly(MEITU + " WORKER_ENROLLED");
        assertThat(house.audited()).containsExactly("worker.registered", "enrolment.requested", "enrolment.enrolled");
        assertThat(insured()).singleElement().satisfies(there -> {
            assertThat(there.personNumber()).isEqualTo("44000017");
            assertThat(there.toString()).doesNotContain("44000017", Numbers.citizen(1));
        });
        assertThat(house.<Boolean>inTransaction(
                        handle -> task.command(handle, enrolment.id()).isEmpty()))
                .isTrue();
    }

    @Test
    void keepsWhyAProvinceRefusedAndMakesRoomForAnotherTry() {
        settle(NO);
        PersonEnrolment refused = current();
        assertThat(refused.refusal()).isEqualTo(ProblemType.PROVINCE_IDENTITY_MISMATCH);
        assertThat(house.told()).containsExactly(MEITU + " WORKER_REFUSED");
        assertThat(insured()).isEmpty();

        house.clock.advance(Duration.ofMinutes(1));
        assertThat(WorkerFixture.registered(house, MEITU, 1, "44")).isEqualTo(workerId);
        assertThat(current().id()).isNotEqualTo(refused.id());
        assertThat(current().state()).isEqualTo(PersonEnrolment.State.PENDING);
    }

    @Test
    void isNotSettledByWhatIsNoOutcome() {
        assertThat(settle(new ProvinceReply.Unknown("S", UnknownCause.TIMEOUT))).isFalse();
        assertThat(settle(new ProvinceReply.Refused("S", RefusalReason.SERIAL_NOT_FOUND, "E404", "")))
                .isFalse();
        assertThat(current().state()).isEqualTo(PersonEnrolment.State.PENDING);
    }

    private boolean settle(ProvinceReply reply) {
        String id = current().id();
        return house.inTransaction(handle -> task.settle(handle, id, reply));
    }

    private ProvinceCommand command() {
        return house.inTransaction(
                handle -> task.command(handle, current().id()).orElseThrow());
    }

    private PersonEnrolment current() {
        List<PersonEnrolment> all = house.inTransaction(handle -> enrolments.ofWorker(handle, workerId));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<InsuredThere> insured() {
        return house.inTransaction(handle -> enrolments.insuredWhere(handle, workerId));
    }
}
