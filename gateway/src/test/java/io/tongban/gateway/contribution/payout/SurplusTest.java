package io.tongban.gateway.contribution.payout;

import static io.tongban.gateway.contribution.payout.PayoutFixture.DUE_FEN;
import static io.tongban.gateway.contribution.payout.PayoutFixture.collected;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month that costs less at its closing than when it was opened. */
class SurplusTest {
    private static final long OPENED_FEN = DUE_FEN + 20_000;

    private final House house = new House();
    private final PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 100, 100);
    private final PayoutFixture kuaida = PayoutFixture.of(house, KUAIDA, 1, 100, 100);

    @Test
    void givesBackWhatWasHeldLastFirst() {
        PayoutRecord first = meitu.report("p-1", 100_000);
        openedBy(OPENED_FEN);
        PayoutRecord second = kuaida.report("p-1", 15_000);
        PayoutRecord third = meitu.report("p-2", 15_200);
        house.listen(MEITU);
        house.listen(KUAIDA);

        close();

        assertThat(meitu.read(first)).isEqualTo(first);
        assertThat(kuaida.read(second).holdFen()).isEqualTo(15_000 - 4_800);
        assertThat(returns(kuaida, second)).containsExactly("AAE140:110 4800 contribution-lowered");
        assertThat(meitu.read(third).holdFen()).isZero();
        assertThat(returns(meitu, third)).containsExactly("AAE140:110 15200 contribution-lowered");
        assertThat(house.count("contribution_month WHERE due_fen = 110200 AND held_fen = 110200 AND state = 'SENT'"))
                .isEqualTo(1);
        assertThat(house.count("withholding WHERE amount_fen = 110200 AND state = 'ACCEPTED'"))
                .as("the province is told what is due by now")
                .isEqualTo(1);
        assertThat(house.told()).containsExactlyInAnyOrder(MEITU + " PAYOUT_TO_RETURN", KUAIDA + " PAYOUT_TO_RETURN");
        assertThat(house.audited("contribution.lowered")).singleElement().satisfies(facts -> {
            assertThat(facts.get("dueFen").asLong()).isEqualTo(DUE_FEN);
            assertThat(facts.get("returnedFen").asLong()).isEqualTo(20_000);
        });
        assertThat(house.count("contribution_month WHERE (held_by->>'" + KUAIDA + "')::bigint = 10200"))
                .isEqualTo(1);
    }

    @Test
    void aMonthThatWasTooLittleBeforeIsCompleteByTheLowerRule() {
        meitu.report("p-1", 100_000);
        openedBy(OPENED_FEN);
        PayoutRecord last = meitu.report("p-2", 12_000);

        close();

        assertThat(collected(house, "ACCEPTED")).isEqualTo(1);
        assertThat(returns(meitu, last)).containsExactly("AAE140:110 1800 contribution-lowered");
    }

    @Test
    void aMonthThatCostsMoreByNowStaysWhatWasTold() {
        meitu.report("p-1", 10_000);
        openedBy(DUE_FEN - 20_000);
        PayoutRecord rest = meitu.report("p-2", 200_000);
        assertThat(rest.holdFen()).isEqualTo(DUE_FEN - 30_000);

        close();

        assertThat(house.count("withholding WHERE amount_fen = 90200 AND state = 'ACCEPTED'"))
                .isEqualTo(1);
        assertThat(returns(meitu, rest)).isEmpty();
    }

    @Test
    void theLoweredMonthStandsOnTheRuleOfItsClosing() {
        PayoutRecord held = meitu.report("p-1", 200_000);
        openedBy(OPENED_FEN);
        PayoutRecord rest = meitu.report("p-2", 200_000);
        house.jdbi.useHandle(handle -> handle.execute(
                "UPDATE contribution_month SET rule = 'an-older-one', mark = 'OFFICIAL', known_at = '2026-01-01'"));

        close();

        assertThat(meitu.read(held).holdFen() + meitu.read(rest).holdFen()).isEqualTo(DUE_FEN);
        String rule = held.parts().get(0).rule();
        assertThat(house.count("contribution_month WHERE due_fen = 110200 AND rule = '" + rule
                        + "' AND mark <> 'OFFICIAL' AND known_at = '" + LocalDate.now(house.clock) + "'"))
                .isEqualTo(1);
        assertThat(house.audited("contribution.lowered"))
                .singleElement()
                .satisfies(facts -> assertThat(facts.get("rule").asText()).isEqualTo(rule));
    }

    @Test
    void aMonthThatNoRuleKnowsByNowStaysWhatWasTold() {
        PayoutRecord held = meitu.report("p-1", 200_000);
        house.jdbi.useHandle(handle -> handle.execute("UPDATE contribution_month SET base_fen = 1"));

        close();

        assertThat(returns(meitu, held)).isEmpty();
        assertThat(house.count("withholding WHERE amount_fen = 110200 AND state = 'ACCEPTED'"))
                .isEqualTo(1);
    }

    @Test
    void aMonthOfWhichNothingIsOwedByNowGoesBackWholly(@TempDir Path policies) throws IOException {
        Files.writeString(policies.resolve("44-later.yaml"), """
                scope: "44"
                name: {zh: 广东, en: Guangdong}
                entries:
                  - id: 44-pension-flexible-none
                    rule: rate
                    insurance: "AAE140:110"
                    relation: flexible
                    state: zero-by-law
                    valid-from: 2026-11-01
                    known-from: 2026-12-01
                    review-by: 2027-12-31
                    mark: assumed
                    source: "Made up for a test"
                """);
        House freed = new House(policies);
        PayoutFixture platform = PayoutFixture.of(freed, MEITU, 1, 100, 100);
        PayoutRecord held = platform.report("p-1", 200_000);
        assertThat(held.holdFen()).isEqualTo(DUE_FEN);
        freed.listen(MEITU);

        freed.clock.advance(Duration.ofDays(60));
        freed.get(MonthClosing.class).closeAll();

        assertThat(platform.states(held)).containsExactly("TO_RETURN insurance-not-applicable");
        assertThat(freed.count("withholding")).isZero();
        assertThat(freed.count("contribution_month WHERE state = 'RETURNED'")).isEqualTo(1);
        assertThat(freed.told()).containsExactly(MEITU + " PAYOUT_TO_RETURN");
    }

    /** Another rule than today's, which said so when the month was opened. */
    private void openedBy(long dueFen) {
        house.jdbi.useHandle(handle -> {
            handle.execute("UPDATE contribution_month SET due_fen = ?", dueFen);
            handle.execute("UPDATE withholding SET amount_fen = ?", dueFen);
        });
    }

    private void close() {
        house.clock.advance(Duration.ofDays(60));
        house.get(MonthClosing.class).closeAll();
    }

    private static List<String> returns(PayoutFixture fixture, PayoutRecord payout) {
        return fixture.read(payout).returns().stream()
                .map(each -> (each.insurance() == null ? "" : each.insurance().value()) + " " + each.amountFen() + " "
                        + each.reason().code())
                .toList();
    }
}
