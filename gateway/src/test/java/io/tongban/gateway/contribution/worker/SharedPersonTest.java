package io.tongban.gateway.contribution.worker;

import static io.tongban.gateway.contribution.worker.WorkerFixture.register;
import static io.tongban.gateway.contribution.worker.WorkerFixture.registration;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.EnrolmentOperation;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.InsuredThere;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment.State;
import io.tongban.gateway.delivery.dispatch.Readiness;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceDetail.Registered;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import io.tongban.province.RefusalReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One person, workers of several partners. */
class SharedPersonTest {
    private static final ProvinceReply YES = new Accepted("S", new Registered("44000017"));
    private static final ProvinceReply NO = new Refused("S", RefusalReason.IDENTITY_MISMATCH, "B002", "不一致");

    private final House house = new House();
    private final EnrolmentOperation task = house.get(EnrolmentOperation.class);

    @Test
    void whatOnePartnerDidIsNotSeenByTheOther() {
        WorkerView first = register(house, MEITU, registration(1, "44"));
        arrives(first, YES);
        house.clock.advance(Duration.ofDays(1));
        WorkerView known = register(house, KUAIDA, registration(1, "44"));
        WorkerView wrongName = register(house, "third", registration(1, "44", "王伟", "rider-1"));
        WorkerView fresh = register(house, KUAIDA, registration(2, "44"));

        for (WorkerView each : new WorkerView[] {known, wrongName, fresh}) {
            assertThat(each.enrolments()).singleElement().satisfies(enrolment -> {
                assertThat(enrolment.state()).isEqualTo(State.PENDING);
                assertThat(enrolment.updatedAt()).isEqualTo(house.clock.instant());
            });
        }
        assertThat(house.told()).isEmpty();
    }

    @Test
    void whoComesLaterWaitsForTheFirstOnesAnswerAndSendsNothing() {
        house.listen(KUAIDA);
        WorkerView first = register(house, MEITU, registration(1, "44"));
        assertThat(ready(first)).isEqualTo(Readiness.GO);
        WorkerView second = register(house, KUAIDA, registration(1, "44"));
        assertThat(ready(second)).isEqualTo(new Readiness.Wait(null));

        house.clock.advance(Duration.ofMinutes(5));
        arrives(first, YES);
        assertThat(ready(second)).isEqualTo(Readiness.OVER);

        assertThat(enrolment(second).state()).isEqualTo(State.ENROLLED);
        assertThat(personNumber(second)).isEqualTo(personNumber(first)).isEqualTo("44000017");
        assertThat(house.told()).containsExactly(KUAIDA + " WORKER_ENROLLED");
    }

    @Test
    void anotherNameIsRefusedAsTheProvinceWouldAndNotBeforeItWould() {
        house.listen(KUAIDA);
        WorkerView first = register(house, MEITU, registration(1, "44"));
        ready(first);
        house.clock.advance(Duration.ofMinutes(5));
        arrives(first, YES);
        WorkerView second = register(house, KUAIDA, registration(1, "44", "王伟", "driver-1"));

        Readiness soon = ready(second);
        assertThat(soon).isEqualTo(new Readiness.Wait(house.clock.instant().plus(Duration.ofMinutes(5))));
        house.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(ready(second)).isEqualTo(soon);
        assertThat(enrolment(second).state()).isEqualTo(State.PENDING);

        house.clock.advance(Duration.ofMillis(1));
        assertThat(ready(second)).isEqualTo(Readiness.OVER);
        assertThat(enrolment(second).refusal()).isEqualTo(ProblemType.PROVINCE_IDENTITY_MISMATCH);
        assertThat(house.told()).containsExactly(KUAIDA + " WORKER_REFUSED");
    }

    @Test
    void aWrongNameUnderWayKeepsNobodyOut() {
        WorkerView wrong = register(house, KUAIDA, registration(1, "44", "王伟", "driver-1"));
        ready(wrong);
        WorkerView right = register(house, MEITU, registration(1, "44"));
        assertThat(ready(right)).isEqualTo(new Readiness.Wait(null));

        arrives(wrong, NO);
        assertThat(ready(right)).isEqualTo(Readiness.GO);
        arrives(right, YES);

        assertThat(enrolment(wrong).state()).isEqualTo(State.REFUSED);
        assertThat(enrolment(right).state()).isEqualTo(State.ENROLLED);
        assertThat(right.nameMasked()).isEqualTo("李**");
    }

    @Test
    void keepsOnePartnersProvincesFromTheOther() {
        register(house, MEITU, registration(1, "44"));
        WorkerView second = register(house, KUAIDA, registration(1, "51"));
        assertThat(second.enrolments())
                .extracting(each -> each.province().value())
                .containsExactly("51");
    }

    @Test
    void goesToTheProvinceOnceHoweverManyPartnersAskAtOnce() throws Exception {
        var outcomes = Crowd.run(30, i -> () -> ready(register(house, "partner-" + i % 15, registration(1, "44"))));
        assertThat(outcomes).contains("ok", "worker-exists");
        assertThat(house.count("person")).isEqualTo(1);
        assertThat(house.count("worker")).isEqualTo(15);
        assertThat(house.count("enrolment")).isEqualTo(15);
        assertThat(house.count("enrolment WHERE at_province")).isEqualTo(1);
    }

    private Readiness ready(WorkerView worker) {
        return house.inTransaction(
                handle -> task.ready(handle, worker.enrolments().get(0).id()));
    }

    private void arrives(WorkerView worker, ProvinceReply reply) {
        house.jdbi.useTransaction(handle -> {
            String id = worker.enrolments().get(0).id();
            task.ready(handle, id);
            task.settle(handle, id, reply);
        });
    }

    private PersonEnrolment enrolment(WorkerView worker) {
        return house.inTransaction(handle ->
                house.get(EnrolmentService.class).ofWorker(handle, worker.id()).get(0));
    }

    private String personNumber(WorkerView worker) {
        return house.inTransaction(
                handle -> house.get(EnrolmentService.class).insuredWhere(handle, worker.id()).stream()
                        .map(InsuredThere::personNumber)
                        .findFirst()
                        .orElseThrow());
    }
}
