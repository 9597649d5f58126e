package io.tongban.gateway.contribution.payout;

import static io.tongban.gateway.contribution.payout.PayoutFixture.BASE_FEN;
import static io.tongban.gateway.contribution.payout.PayoutFixture.DUE_FEN;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.ScriptedProvinces.MEDICAL;
import static io.tongban.gateway.testing.ScriptedProvinces.PENSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.province.InsuranceKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worker's own limit is the person's: whoever was told of it, it holds for all. */
class WorkerLimitTest {
    private static final long BASE_31_FEN = 1_000_000;

    private final House house = new House();

    @Test
    void aMonthThatTheLimitCanNeverCompleteIsNotBegun() {
        PayoutFixture meitu = with(MEITU, 1, 100, DUE_FEN - 1);

        assertThatThrownBy(() -> meitu.report("p-1", 100_000))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.WORKER_LIMIT_REACHED));
        assertThat(house.count("contribution_month WHERE held_fen > 0")).isZero();
    }

    @Test
    void whatWasSaidToOnePlatformHoldsForAnotherThatWasToldMoreOrNothing() {
        with(MEITU, 1, 50, DUE_FEN - 1);

        PayoutFixture silent = with(KUAIDA, 1, 40, null);
        PayoutFixture wider = silent.also(new PayoutTerms(BASE_FEN, 40, 100, false, 0, 500_000L));
        for (PayoutFixture kuaida : List.of(silent, wider)) {
            assertThatThrownBy(() -> kuaida.report("p-1", 100_000))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.type()).isEqualTo(ProblemType.WORKER_LIMIT_REACHED));
            assertThatThrownBy(() -> ask(kuaida)).isInstanceOf(ProblemException.class);
        }
        assertThat(with(KUAIDA, 2, 40, null).report("p-2", 100_000).holdFen())
                .as("another person")
                .isPositive();
    }

    @Test
    void aLimitThatIsEnoughChangesNothingThatAnybodyIsTold() {
        PayoutFixture meitu = with(MEITU, 1, 60, DUE_FEN);
        PayoutFixture kuaida = with(KUAIDA, 1, 40, null);

        assertThat(meitu.report("p-1", 500_000).holdFen()).isEqualTo(66_120);
        assertThat(kuaida.report("p-1", 500_000).holdFen()).isEqualTo(44_080);
    }

    @Test
    void aRevokedMandateSaysNothingAnyMore() {
        PayoutFixture meitu = with(MEITU, 1, 50, DUE_FEN - 1);
        PayoutFixture kuaida = with(KUAIDA, 1, 100, null);
        MandateFixture.revoke(house, MEITU, meitu.mandateId());

        assertThat(kuaida.report("p-1", 500_000).holdFen()).isEqualTo(DUE_FEN);
    }

    @Test
    void whatASuspendedPartnerRecordedSaysNothingAnyMore() {
        with(MEITU, 1, 50, DUE_FEN - 1);
        PayoutFixture kuaida = with(KUAIDA, 1, 100, null);
        house.jdbi.useHandle(
                handle -> handle.execute("UPDATE partner SET state = 'SUSPENDED' WHERE client_id = ?", MEITU));

        assertThat(kuaida.report("p-1", 500_000).holdFen()).isEqualTo(DUE_FEN);
    }

    /** Pension by one, medical insurance by the other: the limit has room for one of them, whichever comes first. */
    @Test
    void anotherInsuranceThatTheLimitHasNoRoomForIsLeftOutAndNoAmountTellsHowMuchThereWas() {
        house.provinces.open = Set.of("31");
        long pension = due(PENSION);
        long medical = due(MEDICAL);
        PayoutFixture meitu = in31(MEITU, 1, PENSION, pension + medical - 1);
        PayoutFixture kuaida = in31(KUAIDA, 1, MEDICAL, null);
        assertThat(meitu.report("p-1", 900_000).holdFen()).isEqualTo(pension);

        for (long earned : List.of(100L, 900_000L)) {
            assertThatThrownBy(() -> kuaida.report("p-1", earned))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.type()).isEqualTo(ProblemType.WORKER_LIMIT_REACHED));
        }
        assertThatThrownBy(() -> ask(kuaida))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.WORKER_LIMIT_REACHED));
        assertThat(house.count("contribution_month WHERE held_fen > 0")).isEqualTo(1);
        MandateFixture.revoke(house, MEITU, meitu.mandateId());
        assertThat(kuaida.report("p-2", 900_000).holdFen()).isEqualTo(medical);
    }

    /** Different months of one person: no row but the person's own makes the two come one after the other. */
    @Test
    void ofTwoAtOnceOnTwoInsurancesTheLimitLetsOnePass() throws Exception {
        house.provinces.open = Set.of("31");
        long limit = due(PENSION) + due(MEDICAL) - 1;
        for (int person = 1; person <= 12; person++) {
            PayoutFixture meitu = in31(MEITU, person, PENSION, limit);
            PayoutFixture kuaida = in31(KUAIDA, person, MEDICAL, null);
            String reference = "p-" + person;

            List<String> outcomes = Crowd.run(2, i -> () -> (i == 0 ? meitu : kuaida).report(reference, 900_000));

            assertThat(outcomes).containsExactlyInAnyOrder("ok", "worker-limit-reached");
        }
        assertThat(house.count("(SELECT person_id FROM contribution_month GROUP BY person_id HAVING sum(held_fen) > "
                        + limit + ") over_it"))
                .isZero();
        assertThat(house.count("contribution_month WHERE held_fen = due_fen")).isEqualTo(12);
    }

    private long due(InsuranceKind insurance) {
        return MonthlyContribution.of(
                        house.get(Policies.class).book(),
                        "31",
                        insurance.value(),
                        BASE_31_FEN,
                        YearMonth.of(2026, 11),
                        LocalDate.now(house.clock))
                .fen();
    }

    private PayoutFixture in31(String clientId, int person, InsuranceKind insurance, @Nullable Long limitFen) {
        return PayoutFixture.of(
                house,
                clientId,
                person,
                "31",
                insurance,
                900_000,
                new PayoutTerms(BASE_31_FEN, 100, 100, false, 0, limitFen));
    }

    private Instruction ask(PayoutFixture fixture) {
        return house.inTransaction(handle -> house.get(Instructions.class)
                .ask(handle, House.program(fixture.clientId()), fixture.workerId(), fixture.mandateId()));
    }

    @Test
    void twoHundredPayoutsOfTwoPlatformsUnderALimitAreOneOrderAndNoneWaitsInACircle() throws Exception {
        PayoutFixture meitu = with(MEITU, 1, 60, DUE_FEN);
        PayoutFixture kuaida = with(KUAIDA, 1, 60, null);

        List<String> outcomes = Crowd.run(8, i -> () -> {
            for (int n = 0; n < 25; n++) {
                (i % 2 == 0 ? meitu : kuaida).report("c-" + i + "-" + n, 1_000);
            }
            return "";
        });

        assertThat(outcomes).containsOnly("ok");
        assertThat(house.count("payout")).isEqualTo(200);
        assertThat(house.count("contribution_month WHERE held_fen = due_fen"))
                .as("1,000 fen of each are more than the month costs")
                .isEqualTo(1);
        assertThat(house.count("(SELECT sum(amount_fen) AS parts FROM contribution_part) s WHERE parts = " + DUE_FEN))
                .isEqualTo(1);
        assertThat(house.count("(SELECT DISTINCT client_id, own_fen FROM contribution_part WHERE amount_fen > 0) o"))
                .as("each part stands on the one before it")
                .isEqualTo(house.count("contribution_part WHERE amount_fen > 0"));
    }

    private PayoutFixture with(String clientId, int person, int share, @Nullable Long limitFen) {
        return PayoutFixture.of(
                house, clientId, person, 200_000, new PayoutTerms(BASE_FEN, share, 100, false, 0, limitFen));
    }
}
