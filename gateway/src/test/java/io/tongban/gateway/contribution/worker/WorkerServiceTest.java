package io.tongban.gateway.contribution.worker;

import static io.tongban.gateway.contribution.worker.WorkerFixture.register;
import static io.tongban.gateway.contribution.worker.WorkerFixture.registration;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.EnrolmentOperation;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Numbers;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerServiceTest {
    private final House house = new House();
    private final WorkerService workers = house.get(WorkerService.class);

    @Test
    void storesTheWorkerMaskedAndSendsTheRegistration() {
        WorkerView worker = register(house, MEITU, registration(1, "44"));
        assertThat(worker.citizenNumberMasked())
                .isEqualTo(Numbers.citizen(1).substring(0, 6) + "********"
                        + Numbers.citizen(1).substring(14));
        assertThat(worker.nameMasked()).isEqualTo("李**");
        assertThat(worker.mobileMasked()).isEqualTo("139****0017");
        assertThat(worker.createdAt()).isEqualTo(House.NOW);
        assertThat(worker.enrolments())
                .singleElement()
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(PersonEnrolment.State.PENDING));
        assertThat(house.count("outbox WHERE kind = 'province.register' AND lane = 'province:44'"))
                .isEqualTo(1);
        assertThat(house.audited()).containsExactly("worker.registered", "enrolment.requested");
    }

    @Test
    void addsAFurtherProvinceToAWorkerOfThePartner() {
        WorkerView first = register(house, MEITU, registration(1, "44"));
        WorkerView second = register(house, MEITU, registration(1, "51"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.enrolments())
                .extracting(each -> each.province().value())
                .containsExactly("44", "51");
        assertThat(house.count("person")).isEqualTo(1);
    }

    @Test
    void refusesTheSameProvinceAgain() {
        register(house, MEITU, registration(1, "44"));
        assertProblem(ProblemType.WORKER_EXISTS, "/province", () -> register(house, MEITU, registration(1, "44")));
    }

    @Test
    void refusesASecondReferenceForOnePersonAndASecondPersonForOneReference() {
        register(house, MEITU, registration(1, "44"));
        assertProblem(
                ProblemType.WORKER_EXISTS,
                "/partnerReference",
                () -> register(house, MEITU, registration(1, "51", "李秀英", "rider-other")));
        assertProblem(
                ProblemType.REFERENCE_USED,
                "/partnerReference",
                () -> register(house, MEITU, registration(2, "44", "王伟", "rider-1")));
    }

    @Test
    void putsARefusedRegistrationRightUnderTheSameReferenceOrANewOne() {
        WorkerView first = register(house, MEITU, registration(1, "44", "王伟", "rider-1"));
        refuse(first);
        WorkerView renamed = register(house, MEITU, registration(1, "44", "李秀英", "rider-1"));
        assertThat(renamed.id()).isEqualTo(first.id());
        assertThat(renamed.nameMasked()).isEqualTo("李**");
        assertThat(renamed.enrolments()).singleElement().satisfies(enrolment -> {
            assertThat(enrolment.state()).isEqualTo(PersonEnrolment.State.PENDING);
            assertThat(enrolment.id()).isNotEqualTo(first.enrolments().get(0).id());
        });

        refuse(renamed);
        WorkerView rereferenced = register(house, MEITU, registration(1, "44", "李秀英", "rider-2"));
        assertThat(rereferenced.id()).isEqualTo(first.id());
        assertThat(rereferenced.reference()).isEqualTo("rider-2");

        refuse(rereferenced);
        WorkerView otherNumber = register(house, MEITU, registration(2, "44", "李秀英", "rider-2"));
        assertThat(otherNumber.id()).isEqualTo(first.id());
        assertThat(otherNumber.citizenNumberMasked())
                .endsWith(Numbers.citizen(2).substring(14));
        assertThat(house.audited()).filteredOn("worker.corrected"::equals).hasSize(2);
    }

    @Test
    void whoTheWorkerIsStaysOnceARegistrationIsOnItsWayOrDone() {
        WorkerView first = register(house, MEITU, registration(1, "44"));
        refuse(first);
        register(house, MEITU, registration(1, "51"));
        assertProblem(
                ProblemType.REFERENCE_USED,
                "/partnerReference",
                () -> register(house, MEITU, registration(2, "44", "李秀英", "rider-1")));
        assertProblem(
                ProblemType.WORKER_EXISTS,
                "/partnerReference",
                () -> register(house, MEITU, registration(1, "44", "李秀英", "rider-2")));
    }

    @Test
    void aNumberThatIsCorrectedToThatOfAnotherWorkerOfTheirsIsRefused() {
        refuse(register(house, MEITU, registration(1, "44")));
        register(house, MEITU, registration(2, "44"));
        assertProblem(
                ProblemType.WORKER_EXISTS,
                "/partnerReference",
                () -> register(house, MEITU, registration(2, "44", "李秀英", "rider-1")));
    }

    private void refuse(WorkerView worker) {
        ProvinceReply no = new ProvinceReply.Refused("S", RefusalReason.IDENTITY_MISMATCH, "B002", "不一致");
        String id = worker.enrolments().get(0).id();
        house.jdbi.useTransaction(handle -> house.get(EnrolmentOperation.class).settle(handle, id, no));
        house.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void storesNothingOfARefusedRegistration() {
        assertProblem(ProblemType.PROVINCE_UNKNOWN, "/province", () -> register(house, MEITU, registration(1, "11")));
        assertProblem(ProblemType.PROVINCE_CLOSED, "/province", () -> register(house, MEITU, registration(1, "31")));
        assertProblem(
                ProblemType.NAME_NOT_REPRESENTABLE,
                "/name",
                () -> register(house, MEITU, registration(1, "44", "𠮷田", "rider-1")));
        for (String table : new String[] {"person", "worker", "enrolment", "outbox", "audit"}) {
            assertThat(house.count(table)).as(table).isZero();
        }
    }

    @Test
    void showsAWorkerToItsOwnPartnerAlone() {
        String id = register(house, MEITU, registration(1, "44")).id();
        CitizenNumber number = CitizenNumber.asWritten(Numbers.citizen(1));
        house.jdbi.useHandle(handle -> {
            assertThat(workers.read(handle, House.program(MEITU), id).id()).isEqualTo(id);
            assertThat(workers.find(handle, House.program(MEITU), number).id()).isEqualTo(id);
            assertProblem(ProblemType.WORKER_NOT_FOUND, null, () -> workers.read(handle, House.program(KUAIDA), id));
            assertProblem(
                    ProblemType.WORKER_NOT_FOUND, null, () -> workers.find(handle, House.program(KUAIDA), number));
            assertProblem(
                    ProblemType.WORKER_NOT_FOUND, "/workerId", () -> workers.known(handle, KUAIDA, id, "/workerId"));
        });
    }

    @Test
    void leavesAnAuditRowForEachLookAndNoneForOneThatShowedNothing() {
        String id = register(house, MEITU, registration(1, "44")).id();
        CitizenNumber number = CitizenNumber.asWritten(Numbers.citizen(1));
        house.jdbi.useHandle(handle -> {
            workers.read(handle, House.program(MEITU), id);
            workers.find(handle, House.program(MEITU), number);
            workers.read(handle, House.program(MEITU), id);
            assertProblem(ProblemType.WORKER_NOT_FOUND, null, () -> workers.read(handle, House.program(KUAIDA), id));
        });
        List<String> looks = house.jdbi.withHandle(
                handle -> handle.createQuery("SELECT actor || ' ' || action || ' ' || subject_id || facts FROM audit"
                                + " WHERE action IN ('worker.read', 'worker.found') ORDER BY id")
                        .mapTo(String.class)
                        .list());
        assertThat(looks)
                .containsExactly(
                        MEITU + " worker.read " + id + "{}",
                        MEITU + " worker.found " + id + "{}",
                        MEITU + " worker.read " + id + "{}");
    }

    @Test
    void keepsNothingPersonalInTheClear() {
        register(house, MEITU, registration(1, "44"));
        String stored = house.jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT concat(row_to_json(p), row_to_json(w), row_to_json(e), row_to_json(o), row_to_json(a))
                        FROM person p, worker w, enrolment e, outbox o, audit a LIMIT 1
                        """).mapTo(String.class).one());
        assertThat(stored).contains("rider-1", hex("k1"));
        for (String personal : new String[] {Numbers.citizen(1), "李秀英", "13900000017"}) {
            assertThat(stored).doesNotContain(personal, hex(personal));
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
