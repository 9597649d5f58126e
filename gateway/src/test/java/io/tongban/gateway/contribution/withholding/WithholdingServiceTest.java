package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.contribution.withholding.WithholdingFixture.OCTOBER;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static io.tongban.gateway.testing.ScriptedProvinces.PENSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.testing.House;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class WithholdingServiceTest {
    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);

    @Test
    void storesWhatItAcceptsWithItsSerialAndSendsIt() {
        WithholdingRecord accepted = meitu.accept(meitu.order("wh-1"));
        assertThat(accepted.id()).startsWith("wh_");
        assertThat(accepted.serial()).matches("261123[A-Z0-9]{14}");
        assertThat(accepted.payer()).isEqualTo(House.CREDIT_CODE);
        assertThat(accepted.state()).isEqualTo(WithholdingRecord.State.ACCEPTED);
        assertThat(meitu.read(accepted.id())).isEqualTo(accepted);
        assertThat(house.count("outbox WHERE kind = 'province.withhold' AND lane = 'province:44'"))
                .isEqualTo(1);
        assertThat(house.audited()).endsWith("withholding.accepted");
    }

    @Test
    void takesTheMonthThatHasBegunInShanghai() {
        house.clock.advance(Duration.ofDays(7).plusHours(11).plusMinutes(59));
        WithholdingRequest december = meitu.order("wh-1", PENSION, YearMonth.of(2026, 12), 1, 1);
        refuse("period-in-future", "/period", meitu, december);
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(meitu.accept(december).period()).isEqualTo(YearMonth.of(2026, 12));
    }

    @Test
    void refusesAMandateThatIsUnknownForeignAnotherWorkersOrRevoked() {
        WithholdingFixture other = WithholdingFixture.of(house, MEITU, 2);
        WithholdingFixture foreign = WithholdingFixture.of(house, KUAIDA, 3);
        refuse("mandate-not-found", "/mandateId", meitu, under("mdt_unknown"));
        refuse("mandate-not-found", "/mandateId", meitu, under(foreign.mandateId()));
        refuse("mandate-of-another-worker", "/mandateId", meitu, under(other.mandateId()));
        MandateFixture.revoke(house, MEITU, meitu.mandateId());
        refuse("mandate-revoked", "/mandateId", meitu, under(meitu.mandateId()));
        assertThat(house.count("withholding")).isZero();
    }

    @Test
    void refusesAWorkerWhomTheProvinceHasNotEnrolled() {
        String pending = WorkerFixture.registered(house, MEITU, 2, "44");
        WithholdingRequest order = new WithholdingRequest(
                "wh-1", pending, MandateFixture.given(house, MEITU, pending), PENSION, OCTOBER, 551_000, 110_200);
        refuse("worker-registration-pending", "/workerId", meitu, order);

        WorkerFixture.refuse(house, pending);
        refuse("worker-not-registered-there", "/workerId", meitu, order);
    }

    @Test
    void refusesTheSameReferenceAndTheSameMonthUnderAnother() {
        meitu.accept(meitu.order("wh-1"));
        refuse("reference-used", "/partnerReference", meitu, meitu.order("wh-1", PENSION, YearMonth.of(2026, 9), 1, 1));
        refuse("period-already-withheld", "/period", meitu, meitu.order("wh-2"));
        meitu.accept(meitu.order("wh-2", PENSION, YearMonth.of(2026, 9), 1, 1));
        assertThat(house.count("withholding")).isEqualTo(2);
    }

    @Test
    void tellsOfTheReferenceWhateverStandsAgainstARepeatedOrderByNow() {
        meitu.accept(meitu.order("wh-1"));
        refuse("reference-used", "/partnerReference", meitu, meitu.order("wh-1", PENSION, OCTOBER, 1, 0));
        refuse("reference-used", "/partnerReference", meitu, under("mdt_none"));
    }

    @Test
    void refusesTheSameMonthThroughAnotherPartner() {
        meitu.accept(meitu.order("wh-1"));
        WithholdingFixture kuaida = WithholdingFixture.of(house, KUAIDA, 1);
        refuse("period-already-withheld", "/period", kuaida, kuaida.order("wh-1"));
    }

    @Test
    void showsAWithholdingToItsOwnPartnerAlone() {
        String id = meitu.accept(meitu.order("wh-1")).id();
        WithholdingFixture kuaida = WithholdingFixture.of(house, KUAIDA, 2);
        assertProblem(ProblemType.WITHHOLDING_NOT_FOUND, null, () -> kuaida.read(id));
        refuse("worker-not-found", "/workerId", kuaida, meitu.order("wh-2"));
    }

    private WithholdingRequest under(String mandateId) {
        return new WithholdingRequest("wh-1", meitu.workerId(), mandateId, PENSION, OCTOBER, 551_000, 110_200);
    }

    private static void refuse(String code, String pointer, WithholdingFixture partner, WithholdingRequest order) {
        assertProblem(ProblemType.byCode(code).orElseThrow(), pointer, () -> partner.accept(order));
    }
}
