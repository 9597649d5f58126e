package io.tongban.gateway.worker;

import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static io.tongban.gateway.worker.WorkerFixture.register;
import static io.tongban.gateway.worker.WorkerFixture.registration;
import static io.tongban.gateway.worker.WorkerFixture.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.enrolment.PersonEnrolment;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import org.junit.jupiter.api.Test;

/** One person, workers of several partners. */
class SharedPersonTest {
    private final House house = new House();

    @Test
    void joinsARegistrationThatIsOnItsWay() {
        WorkerView first = register(house, MEITU, registration(1, "44"));
        WorkerView second = register(house, KUAIDA, registration(1, "44"));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.enrolments()).isEqualTo(first.enrolments());
        assertThat(house.count("enrolment")).isEqualTo(1);
        assertThat(house.count("outbox")).isEqualTo(1);
    }

    @Test
    void tellsBothPartnersWhenItIsSettled() {
        house.listen(MEITU);
        house.listen(KUAIDA);
        WorkerView first = register(house, MEITU, registration(1, "44"));
        register(house, KUAIDA, registration(1, "44"));
        settle(house, first.enrolments().get(0).id());
        assertThat(house.told()).containsExactlyInAnyOrder(MEITU + " WORKER_ENROLLED", KUAIDA + " WORKER_ENROLLED");
    }

    @Test
    void tellsAtOnceWhoJoinsWhatIsSettled() {
        house.listen(KUAIDA);
        settle(
                house,
                register(house, MEITU, registration(1, "44"))
                        .enrolments()
                        .get(0)
                        .id());
        WorkerView second = register(house, KUAIDA, registration(1, "44"));
        assertThat(second.enrolments()).allMatch(PersonEnrolment::isEnrolled).hasSize(1);
        assertThat(house.told()).containsExactly(KUAIDA + " WORKER_ENROLLED");
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
    void letsNoOtherNameSlipPastTheProvincesCheck() {
        WorkerView first = register(house, MEITU, registration(1, "44"));
        Registration otherName = registration(1, "44", "王伟", "driver-1");
        assertProblem(ProblemType.UNAVAILABLE, "/name", () -> register(house, KUAIDA, otherName));
        settle(house, first.enrolments().get(0).id());
        assertProblem(ProblemType.PROVINCE_IDENTITY_MISMATCH, "/name", () -> register(house, KUAIDA, otherName));
        assertThat(house.count("worker")).isEqualTo(1);
    }

    @Test
    void isRegisteredOnceHoweverManyPartnersAskAtOnce() throws Exception {
        var outcomes = Crowd.run(30, i -> () -> register(house, "partner-" + i % 15, registration(1, "44")));
        assertThat(outcomes).containsOnly("ok", "worker-exists");
        assertThat(outcomes.stream().filter("ok"::equals)).hasSize(15);
        assertThat(house.count("person")).isEqualTo(1);
        assertThat(house.count("worker")).isEqualTo(15);
        assertThat(house.count("enrolment")).isEqualTo(1);
        assertThat(house.count("outbox")).isEqualTo(1);
    }
}
