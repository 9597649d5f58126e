package io.tongban.gateway.contribution.payout;

import static io.tongban.gateway.contribution.payout.PayoutFixture.DUE_FEN;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.change.ChangeFixture;
import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Statements;
import io.tongban.province.InsuranceChange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What platforms are told to hold back, and what is refused. */
class PayoutServiceTest {
    private final House house = new House();

    @Test
    void holdsAShareOfTheMonthFromPayoutsUntilItIsThere() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 30);

        PayoutRecord first = meitu.report("p-1", 100_000);
        PayoutRecord second = meitu.report("p-2", 100_000);
        PayoutRecord third = meitu.report("p-3", 100_000);

        assertThat(List.of(first.holdFen(), second.holdFen(), third.holdFen())).containsExactly(30_000L, 25_100L, 0L);
        Part part = second.parts().get(0);
        assertThat(part.shareFen()).isEqualTo(DUE_FEN / 2);
        assertThat(part.ownFen()).isEqualTo(DUE_FEN / 2);
        assertThat(part.period()).isEqualTo(YearMonth.of(2026, 11));
        assertThat(part.cutOff()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(part.rule()).isEqualTo("00-pension-flexible-rate");
        assertThat(meitu.read(second)).isEqualTo(second);
    }

    @Test
    void thePayoutsOfAReportServeOneMonthOneAfterTheOther() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 100, 50);

        List<PayoutRecord> payouts =
                meitu.report(List.of(meitu.request("p-1", 150_000), meitu.request("p-2", 150_000)));

        assertThat(payouts).extracting(PayoutRecord::holdFen).containsExactly(75_000L, 35_200L);
        assertThat(house.count("contribution_month WHERE held_fen = 110200")).isEqualTo(1);
        assertThat(house.audited()).filteredOn("payout.reported"::equals).hasSize(1);
    }

    @Test
    void aPlatformCarriesItsShareOfTheMonthWhateverItsOwnBaseIs() {
        long[] bases = {551_000, 600_000, 1_000_000};
        int person = 10;
        for (long opened : bases) {
            for (long other : bases) {
                person++;
                PayoutFixture first =
                        PayoutFixture.of(house, MEITU, person, 300_000, new PayoutTerms(opened, 60, 100, false));
                PayoutFixture second =
                        PayoutFixture.of(house, KUAIDA, person, 300_000, new PayoutTerms(other, 40, 100, false));
                long due = opened / 5;
                assertThat(first.report("f-" + person, 1_000).parts().get(0).shareFen())
                        .isEqualTo(due * 60 / 100);
                assertThat(second.report("s-" + person, 500_000).holdFen()).isEqualTo(due * 40 / 100);
                assertThat(first.report("l-" + person, 500_000).holdFen()).isEqualTo(due * 60 / 100 - 1_000);
            }
        }
        assertThat(house.count("contribution_month WHERE held_fen = due_fen")).isEqualTo(9);
    }

    @Test
    void noPayoutIsTakenForAMonthThatIsPausedOrEnded() {
        PayoutFixture paused = PayoutFixture.of(house, MEITU, 1, 50, 30);
        PayoutFixture ended = PayoutFixture.of(house, MEITU, 2, 50, 30);
        ChangeFixture.confirmed(house, MEITU, paused.workerId(), InsuranceChange.PAUSE);
        ChangeFixture.confirmed(house, MEITU, ended.workerId(), InsuranceChange.END);

        assertThat(paused.report("p-1", 100_000).holdFen())
                .as("the month before")
                .isPositive();
        house.clock.advance(Duration.ofDays(28));
        refused(ProblemType.INSURANCE_PAUSED, "/payouts/0/mandateId", () -> inDecember(paused));
        refused(ProblemType.INSURANCE_ENDED, "/payouts/0/mandateId", () -> inDecember(ended));
        assertThat(house.count("contribution_month WHERE period = '2026-12'")).isZero();
    }

    private static void inDecember(PayoutFixture fixture) {
        fixture.report(List.of(new PayoutRequest(
                "p-december", fixture.workerId(), fixture.mandateId(), LocalDate.of(2026, 12, 20), 100_000)));
    }

    @Test
    void theCapOfTheMandateHolds() {
        PayoutFixture meitu =
                PayoutFixture.of(house, MEITU, 1, 40_000, new PayoutTerms(PayoutFixture.BASE_FEN, 100, 100, false));

        assertThat(meitu.report("p-1", 100_000).holdFen()).isEqualTo(40_000);
        assertThat(meitu.report("p-2", 100_000).holdFen()).isZero();
    }

    /** What medical insurance costs a flexible worker in Guangdong is in no source. */
    @Test
    void anInsuranceThatCannotBeTakenDoesNotKeepTheOthersOfItsMandate() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 30);
        house.jdbi.useHandle(handle -> handle.execute(
                "UPDATE mandate SET insurances = array_append(insurances, 'AAE140:310') WHERE id = ?",
                meitu.mandateId()));

        PayoutRecord payout = meitu.report("p-1", 100_000);

        assertThat(payout.parts()).extracting(part -> part.insurance().value()).containsExactly("AAE140:110");
        assertThat(payout.holdFen()).isEqualTo(30_000);
        assertThat(payout.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.insurance().value()).isEqualTo("AAE140:310");
            assertThat(left.reason()).isEqualTo(ProblemType.RULE_UNKNOWN);
        });
        assertThat(meitu.read(payout)).isEqualTo(payout);
    }

    @Test
    void aPayoutCountsOnceWhateverStandsAgainstItSince() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 30);
        meitu.report("p-1", 100_000);

        refused(ProblemType.PAYOUT_ALREADY_REPORTED, "/payouts/0/partnerReference", () -> meitu.report("p-1", 100_000));
        refused(
                ProblemType.PAYOUT_ALREADY_REPORTED,
                "/payouts/1/partnerReference",
                () -> meitu.report(List.of(meitu.request("p-2", 5), meitu.request("p-1", 5))));
        refused(
                ProblemType.PAYOUT_ALREADY_REPORTED,
                "/payouts/1/partnerReference",
                () -> meitu.report(List.of(meitu.request("p-3", 5), meitu.request("p-3", 5))));
        MandateFixture.revoke(house, MEITU, meitu.mandateId());
        refused(ProblemType.PAYOUT_ALREADY_REPORTED, "/payouts/0/partnerReference", () -> meitu.report("p-1", 100_000));
        refused(ProblemType.MANDATE_REVOKED, "/payouts/0/mandateId", () -> meitu.report("p-4", 100_000));
        assertThat(house.count("payout")).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 30);

        refused(ProblemType.INCOME_IMPLAUSIBLE, "/payouts/0/earnedFen", () -> meitu.report("p-1", 0));
        refused(ProblemType.INCOME_IMPLAUSIBLE, "/payouts/0/earnedFen", () -> meitu.report("p-1", -5));
        refused(ProblemType.INCOME_IMPLAUSIBLE, "/payouts/0/earnedFen", () -> meitu.report("p-1", 100_000_001));
        refused(
                ProblemType.PAYOUT_IN_FUTURE,
                "/payouts/0/paidOn",
                () -> meitu.report(List.of(on(meitu, LocalDate.of(2026, 11, 24)))));
        refused(
                ProblemType.PAYOUT_MONTH_CLOSED,
                "/payouts/0/paidOn",
                () -> meitu.report(List.of(on(meitu, LocalDate.of(2026, 11, 15)))));
        refused(
                ProblemType.MANDATE_NOT_COVERING,
                "/payouts/0/paidOn",
                () -> meitu.report(List.of(on(meitu, LocalDate.of(2026, 8, 15)))));
        WithholdingFixture direct = WithholdingFixture.of(house, MEITU, 2);
        refused(
                ProblemType.MANDATE_NOT_FOR_PAYOUTS,
                "/payouts/0/mandateId",
                () -> meitu.report(List.of(new PayoutRequest(
                        "p-1", direct.workerId(), direct.mandateId(), PayoutFixture.PAID_ON, 1_000))));
        refused(
                ProblemType.BASE_OUTSIDE_LIMITS,
                "/payouts/0/mandateId",
                () -> PayoutFixture.of(house, MEITU, 3, 200_000, new PayoutTerms(100, 50, 30, false))
                        .report("p-9", 1_000));
        assertThat(house.count("payout")).isZero();
        assertThat(house.count("contribution_month")).isZero();
    }

    @Test
    void aMonthIsCollectedOrWithheldDirectlyAndNeverBoth() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 30);
        meitu.report("p-1", 100_000);
        WithholdingFixture direct = WithholdingFixture.of(house, KUAIDA, 1);
        refused(ProblemType.PERIOD_ALREADY_WITHHELD, "/period", () -> direct.accepted("wh-1", YearMonth.of(2026, 11)));

        WithholdingFixture first = WithholdingFixture.of(house, KUAIDA, 2);
        first.accepted("wh-2", YearMonth.of(2026, 11));
        refused(
                ProblemType.PERIOD_ALREADY_WITHHELD,
                "/payouts/0/mandateId",
                () -> PayoutFixture.of(house, MEITU, 2, 50, 30).report("p-2", 100_000));
    }

    @Test
    void aReportIsThreeStatementsOnceTheMonthIsOpen() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 30);
        meitu.report("p-1", 10_000);

        List<String> sent = Statements.of(house.jdbi, () -> meitu.report("p-2", 10_000));

        assertThat(sent).hasSize(3);
        assertThat(sent.get(1)).contains("FROM contribution_month", "FOR UPDATE");
        assertThat(sent.get(2))
                .contains("INTO payout", "INTO contribution_part", "UPDATE contribution_month", "INTO audit");
    }

    private static PayoutRequest on(PayoutFixture partner, LocalDate day) {
        return new PayoutRequest("p-1", partner.workerId(), partner.mandateId(), day, 1_000);
    }

    @Test
    void aMonthOfWhichNothingIsHeldOwesACounterWhatItWouldTake() {
        PayoutFixture bank = PayoutFixture.of(house, MEITU, 1, 100, 100);
        CounterMoney counter = house.get(CounterMoney.class);
        CounterMoney.Taken first = taken(counter, bank, "c-1", DUE_FEN);
        house.jdbi.useTransaction(handle -> counter.cancel(handle, MEITU, first.payoutId()));
        // Under a mandate for elsewhere.
        house.jdbi.useHandle(handle -> handle.execute("UPDATE contribution_month SET province = '31'"));
        PayoutFixture anew = bank.also(new PayoutTerms(600_000, 100, 100, false));

        List<CounterMoney.Owed> owed =
                house.inTransaction(handle -> counter.owed(handle, MEITU, anew.workerId(), anew.mandateId()));

        assertThat(owed).extracting(CounterMoney.Owed::amountFen).containsExactly(120_000L);
        assertThat(taken(counter, anew, "c-2", 120_000).shares())
                .extracting(CounterMoney.Share::amountFen)
                .containsExactly(120_000L);
    }

    private CounterMoney.Taken taken(CounterMoney counter, PayoutFixture bank, String reference, long fen) {
        return house.inTransaction(handle -> {
            Inserts rows = new Inserts();
            CounterMoney.Taken taken = counter.take(
                    handle,
                    rows,
                    House.program(MEITU),
                    House.CREDIT_CODE,
                    reference,
                    bank.workerId(),
                    bank.mandateId(),
                    fen);
            rows.execute(handle);
            return taken;
        });
    }

    private static void refused(ProblemType type, String pointer, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(type);
            assertThat(problem.pointer()).contains(pointer);
        });
    }
}
