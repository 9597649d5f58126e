package io.tongban.gateway.contribution.payout;

import static io.tongban.gateway.contribution.payout.PayoutFixture.BASE_FEN;
import static io.tongban.gateway.contribution.payout.PayoutFixture.DUE_FEN;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.payout.PayoutRequest.Kept;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.House;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a platform is told ahead, and what becomes of what it held back while it was offline. */
class InstructionsTest {
    private final House house = new House();
    private final LocalDate today = LocalDate.now(house.clock);

    @Test
    void saysWhatTheMandateLeavesToThisPlatformAndNothingOfOthers() {
        PayoutFixture meitu =
                PayoutFixture.of(house, MEITU, 1, 200_000, new PayoutTerms(BASE_FEN, 60, 30, false, 5_000, null));
        PayoutFixture kuaida = PayoutFixture.of(house, KUAIDA, 1, 100, 100);

        Instruction before = ask(meitu);
        kuaida.report("k-1", 100_000);
        Instruction beside = ask(meitu);

        assertThat(before.capFen()).isEqualTo(66_120);
        assertThat(beside.capFen()).as("whatever another one holds").isEqualTo(66_120);
        assertThat(before.ratePercent()).isEqualTo(30);
        assertThat(before.floorFen()).isEqualTo(5_000);
        assertThat(before.period()).isEqualTo(YearMonth.of(2026, 11));
        assertThat(before.cutOff()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(before.validUntil()).isEqualTo(Instant.parse("2026-12-15T16:00:00Z"));

        meitu.report("m-1", 50_000);
        assertThat(ask(meitu).capFen()).as("less what it holds itself").isEqualTo(66_120 - 10_200);
        assertThat(house.audited()).filteredOn("payout.instructed"::equals).hasSize(3);
    }

    @Test
    void whatWasHeldUnderItCountsLikeWhatWasTold() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 30);
        Instruction instruction = ask(meitu);

        PayoutRecord payout = report(meitu, instruction, "p-1", 100_000, 30_000);

        assertThat(payout.holdFen()).isEqualTo(30_000);
        assertThat(payout.returns()).isEmpty();
        assertThat(meitu.read(payout)).isEqualTo(payout);
        assertThat(house.count("contribution_month WHERE held_fen = 30000")).isEqualTo(1);
    }

    @Test
    void whatFindsNoRoomGoesBackToThePlatformThatReportsItAndToNoOther() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 100, 100);
        PayoutFixture kuaida = PayoutFixture.of(house, KUAIDA, 1, 100, 100);
        Instruction instruction = ask(meitu);
        PayoutRecord other = kuaida.report("k-1", 90_000);
        house.listen(MEITU);
        house.listen(KUAIDA);

        PayoutRecord late = report(meitu, instruction, "m-1", 50_000, 50_000);

        assertThat(late.holdFen()).isEqualTo(DUE_FEN - 90_000);
        assertThat(late.returns()).singleElement().satisfies(returned -> {
            assertThat(returned.amountFen()).isEqualTo(50_000 - (DUE_FEN - 90_000));
            assertThat(returned.reason()).isEqualTo(ProblemType.CONTRIBUTION_SURPLUS);
        });
        assertThat(late.holdFen() + late.returnFen()).isEqualTo(50_000);
        assertThat(meitu.read(late)).isEqualTo(late);
        assertThat(kuaida.read(other)).isEqualTo(other);
        assertThat(house.told()).containsExactly(MEITU + " PAYOUT_TO_RETURN");
    }

    @Test
    void whatIsBeyondRateOrFloorGoesBackAsSuch() {
        PayoutFixture meitu =
                PayoutFixture.of(house, MEITU, 1, 200_000, new PayoutTerms(BASE_FEN, 100, 50, false, 80_000, null));
        Instruction instruction = ask(meitu);

        PayoutRecord byFloor = report(meitu, instruction, "p-1", 100_000, 50_000);
        PayoutRecord byRate = report(meitu, instruction, "p-2", 170_000, 85_001);

        assertThat(byFloor.holdFen()).isEqualTo(20_000);
        assertThat(reasons(byFloor)).containsExactly("30000 instruction-exceeded");
        assertThat(byRate.holdFen()).isEqualTo(85_000);
        assertThat(reasons(byRate)).containsExactly("1 instruction-exceeded");
        assertThat(meitu.report("p-3", 90_000).holdFen())
                .as("asked first, the floor stays as well")
                .isEqualTo(5_200);
    }

    @Test
    void aReportAfterTheMonthWasClosedGivesBackAll() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 100, 100);
        PayoutFixture kuaida = PayoutFixture.of(house, KUAIDA, 1, 100, 100);
        Instruction instruction = ask(meitu);
        kuaida.report("k-1", DUE_FEN);
        house.clock.advance(Duration.ofDays(60));
        house.get(MonthClosing.class).closeAll();

        PayoutRecord late = report(meitu, instruction, "m-1", 40_000, 40_000);

        assertThat(late.parts()).isEmpty();
        assertThat(reasons(late)).containsExactly("40000 payout-month-closed");
        assertThat(house.count("contribution_month WHERE held_fen = due_fen AND state = 'SENT'"))
                .isEqualTo(1);
        assertThat(meitu.read(late)).isEqualTo(late);
    }

    @Test
    void aReportUnderARevokedMandateGivesBackAllAndOthersOfTheReportCount() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 100);
        PayoutFixture second = PayoutFixture.of(house, MEITU, 2, 50, 100);
        Instruction revoked = ask(meitu);
        Instruction good = ask(second);
        house.clock.advance(Duration.ofMinutes(1));
        MandateFixture.revoke(house, MEITU, meitu.mandateId());

        List<PayoutRecord> reported = meitu.report(
                List.of(request(meitu, revoked, "p-1", 10_000, 10_000), request(second, good, "p-2", 20_000, 20_000)));

        assertThat(reasons(reported.get(0))).containsExactly("10000 mandate-revoked");
        assertThat(reported.get(1).holdFen()).isEqualTo(20_000);
        assertThat(reported.get(1).returns()).isEmpty();
        assertThat(second.read(reported.get(1))).isEqualTo(reported.get(1));
    }

    /** The money can be held for when the province takes it again: giving it back, and using up the reference, is too soon. */
    @Test
    void aReportWhileItsProvinceIsClosedOrOffIsRefusedAndCountsOnceItIsOpen() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 100);
        Instruction instruction = ask(meitu);

        house.provinces.open = Set.of();
        refused(
                ProblemType.PROVINCE_CLOSED,
                "/payouts/0/mandateId",
                () -> report(meitu, instruction, "p-1", 10_000, 10_000));
        house.provinces.off = Set.of("44");
        refused(
                ProblemType.PROVINCE_UNKNOWN,
                "/payouts/0/mandateId",
                () -> report(meitu, instruction, "p-1", 10_000, 10_000));
        house.provinces.open = Set.of("44");
        house.provinces.off = Set.of();

        PayoutRecord counted = report(meitu, instruction, "p-1", 10_000, 10_000);
        assertThat(counted.holdFen()).isEqualTo(10_000);
        assertThat(counted.returns()).isEmpty();
    }

    @Test
    void holdingNothingIsAReport() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 100);

        PayoutRecord none = report(meitu, ask(meitu), "p-1", 10_000, 0);

        assertThat(none.holdFen()).isZero();
        assertThat(none.returns()).isEmpty();
    }

    @Test
    void refusesWhatNoInstructionStandsBehind() {
        PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 50, 100);
        PayoutFixture second = PayoutFixture.of(house, MEITU, 2, 50, 100);
        PayoutFixture kuaida = PayoutFixture.of(house, KUAIDA, 1, 50, 100);
        Instruction own = ask(meitu);
        Instruction others = ask(kuaida);

        refused(
                ProblemType.INSTRUCTION_NOT_FOUND,
                "/payouts/0/heldUnder/instructionId",
                () -> report(meitu, others, "p", 9, 9));
        refused(ProblemType.INSTRUCTION_NOT_COVERING, "/payouts/0/heldUnder", () -> report(second, own, "p", 9, 9));
        refused(
                ProblemType.INSTRUCTION_NOT_COVERING,
                "/payouts/0/heldUnder",
                () -> meitu.report(List.of(at(meitu, own, today.minusDays(1)))));
        refused(ProblemType.INCOME_IMPLAUSIBLE, "/payouts/0/heldUnder/heldFen", () -> report(meitu, own, "p", 9, 10));
        report(meitu, own, "p", 9, 9);
        refused(
                ProblemType.PAYOUT_ALREADY_REPORTED,
                "/payouts/0/partnerReference",
                () -> report(meitu, own, "p", 9, 9));
    }

    private Instruction ask(PayoutFixture fixture) {
        return house.inTransaction(handle -> house.get(Instructions.class)
                .ask(handle, new Principal.Program(fixture.clientId()), fixture.workerId(), fixture.mandateId()));
    }

    private PayoutRecord report(
            PayoutFixture fixture, Instruction instruction, String reference, long earned, long held) {
        return fixture.report(List.of(request(fixture, instruction, reference, earned, held)))
                .get(0);
    }

    private PayoutRequest request(
            PayoutFixture fixture, Instruction instruction, String reference, long earned, long held) {
        return new PayoutRequest(
                reference,
                fixture.workerId(),
                fixture.mandateId(),
                today,
                earned,
                PayoutRequest.Origin.EARNINGS,
                new Kept(instruction.id(), held));
    }

    private static PayoutRequest at(PayoutFixture fixture, Instruction instruction, LocalDate day) {
        return new PayoutRequest(
                "p-early",
                fixture.workerId(),
                fixture.mandateId(),
                day,
                9,
                PayoutRequest.Origin.EARNINGS,
                new Kept(instruction.id(), 9));
    }

    private static List<String> reasons(PayoutRecord payout) {
        return payout.returns().stream()
                .map(each -> each.amountFen() + " " + each.reason().code())
                .toList();
    }

    private static void refused(ProblemType type, String pointer, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.type()).isEqualTo(type);
            assertThat(refused.pointer()).contains(pointer);
        });
    }
}
