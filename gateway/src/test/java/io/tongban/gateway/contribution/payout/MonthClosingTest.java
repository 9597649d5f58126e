package io.tongban.gateway.contribution.payout;

import static io.tongban.gateway.contribution.payout.PayoutFixture.DUE_FEN;
import static io.tongban.gateway.contribution.payout.PayoutFixture.collected;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.contribution.withholding.WithholdingOperation;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Statements;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Refused;
import io.tongban.province.RefusalReason;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a month at its cut-off and after. */
class MonthClosingTest {
    private final House house = new House();
    private final PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 60, 100);
    private final PayoutFixture kuaida = PayoutFixture.of(house, KUAIDA, 1, 40, 100);

    @Test
    void twoPlatformsAreOneWithholdingAndEachIsToldOfItsOwn() {
        house.listen(MEITU);
        house.listen(KUAIDA);
        PayoutRecord one = meitu.report("p-1", 100_000);
        PayoutRecord two = kuaida.report("p-1", 100_000);
        assertThat(one.holdFen() + two.holdFen()).isEqualTo(DUE_FEN);
        close();
        assertThat(collected(house, "COLLECTING")).isEqualTo(1);

        pass();
        close();
        close();

        assertThat(collected(house, "ACCEPTED")).isEqualTo(1);
        assertThat(house.count("outbox WHERE kind = 'province.withhold'")).isEqualTo(1);
        settle(WithholdingFixture.yes());
        assertThat(meitu.states(one)).containsExactly("PAID");
        assertThat(kuaida.states(two)).containsExactly("PAID");
        assertThat(house.told()).containsExactlyInAnyOrder(MEITU + " PAYOUT_PAID", KUAIDA + " PAYOUT_PAID");
    }

    @Test
    void whatIsTooLittleGoesBackAndNothingIsSent() {
        PayoutRecord one = meitu.report("p-1", 100_000);

        pass();
        close();

        assertThat(meitu.states(one)).containsExactly("TO_RETURN month-incomplete");
        assertThat(house.count("audit WHERE action = 'contribution.returned' AND facts::jsonb->>'fen' = '"
                        + one.holdFen()
                        + "' AND facts::jsonb->'reasons'->>0 = 'month-incomplete' AND facts::jsonb->'payouts'->>0 = '"
                        + one.id() + "'"))
                .isEqualTo(1);
        assertThat(house.count("withholding")).isZero();
        assertThat(house.count("outbox WHERE kind = 'province.withhold'")).isZero();
        // The month is free for a direct withholding.
        String mandate = MandateFixture.given(house, KUAIDA, kuaida.workerId());
        new WithholdingFixture(house, KUAIDA, kuaida.workerId(), mandate).accepted("wh-1", YearMonth.of(2026, 11));
    }

    @Test
    void aReversalGivesBackWhatWasPaidAndLeavesARevokedPartItsReason() {
        PayoutFixture all = meitu.also(new PayoutTerms(PayoutFixture.BASE_FEN, 100, 100, false));
        PayoutRecord revoked = kuaida.report("p-1", 100_000);
        PayoutRecord paid = all.report("p-1", 100_000);
        MandateFixture.revoke(house, KUAIDA, kuaida.mandateId());
        PayoutRecord rest = all.report("p-2", 100_000);
        house.listen(MEITU);
        house.listen(KUAIDA);
        pass();
        close();
        settle(WithholdingFixture.yes());

        house.inTransaction(handle -> {
            house.get(WithholdingOperation.class).reverse(handle, withholding(), house.clock.instant());
            return "";
        });

        assertThat(all.states(paid, rest))
                .containsExactly("TO_RETURN province-reversed", "TO_RETURN province-reversed");
        assertThat(kuaida.states(revoked)).containsExactly("TO_RETURN mandate-revoked");
        assertThat(house.told())
                .containsExactlyInAnyOrder(
                        MEITU + " PAYOUT_PAID",
                        MEITU + " PAYOUT_PAID",
                        MEITU + " PAYOUT_TO_RETURN",
                        MEITU + " PAYOUT_TO_RETURN");
    }

    @Test
    void aMonthOfWhichNothingIsHeldFollowsTheNextMandate() {
        meitu.report("p-1", 100_000);
        MandateFixture.revoke(house, MEITU, meitu.mandateId());
        PayoutFixture anew = kuaida.also(new PayoutTerms(600_000, 100, 100, false));

        PayoutRecord whole = anew.report("p-1", 200_000);

        assertThat(whole.holdFen()).isEqualTo(120_000);
        pass();
        close();
        assertThat(anew.states(whole)).containsExactly("HELD");
        assertThat(house.count("contribution_month WHERE state = 'SENT' AND base_fen = 600000 AND due_fen = 120000"))
                .isEqualTo(1);
        assertThat(told(anew, 600_000)).isEqualTo(1);
    }

    @Test
    void theProvinceHearsOfThePlatformThatHoldsMostAndNeverOfARevokedMandate() {
        PayoutFixture all = kuaida.also(new PayoutTerms(PayoutFixture.BASE_FEN, 100, 100, false));
        meitu.report("p-1", 100_000);
        all.report("p-1", 50_000);
        MandateFixture.revoke(house, MEITU, meitu.mandateId());
        all.report("p-2", 100_000);

        pass();
        close();

        assertThat(told(all, PayoutFixture.BASE_FEN)).isEqualTo(1);
    }

    private long told(PayoutFixture platform, long baseFen) {
        return house.count("withholding WHERE state = 'ACCEPTED' AND mandate_id = '" + platform.mandateId()
                + "' AND worker_id = '" + platform.workerId() + "' AND payer = '"
                + PayoutFixture.creditCode(platform.clientId()) + "' AND base_fen = " + baseFen
                + " AND enrolment_id IN (SELECT id FROM enrolment WHERE worker_id = '" + platform.workerId() + "')");
    }

    @Test
    void whatCannotBeClosedStandsBehindWhatCanAndIsCounted() {
        PayoutFixture all = kuaida.also(new PayoutTerms(PayoutFixture.BASE_FEN, 100, 100, false));
        all.report("p-1", 200_000);
        PayoutFixture next = PayoutFixture.of(house, MEITU, 2, 100, 100);
        PayoutRecord other = next.report("p-2", 200_000);
        house.jdbi.useHandle(handle -> handle.execute("""
                CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'cannot be'; END $$ LANGUAGE plpgsql;
                CREATE TRIGGER fails BEFORE UPDATE ON withholding FOR EACH ROW
                    WHEN (new.worker_id = '%s') EXECUTE FUNCTION fail()
                """.formatted(all.workerId())));
        pass();

        close();

        assertThat(next.read(other).parts().get(0).state()).isEqualTo(Part.State.HELD);
        assertThat(house.count("contribution_month WHERE state = 'SENT'")).isEqualTo(1);
        assertThat(house.count("contribution_month WHERE state = 'COLLECTING' AND unclosed_since IS NOT NULL AND"
                        + " closes_at > '" + house.clock.instant() + "'"))
                .isEqualTo(1);
        assertThat(unclosed()).isEqualTo(1);

        house.jdbi.useHandle(handle -> handle.execute("DROP TRIGGER fails ON withholding"));
        house.clock.advance(Duration.ofMinutes(10));
        close();
        assertThat(house.count("contribution_month WHERE state = 'SENT'")).isEqualTo(2);
        assertThat(unclosed()).isZero();
    }

    private double unclosed() {
        return house.get(MeterRegistry.class)
                .get("tongban.payouts.months.unclosed")
                .gauge()
                .value();
    }

    /** A report holds months in the order of their ids; settled together in another order, each could wait for the other. */
    @Test
    void theMonthsOfASetAreHeldInOneOrder() {
        PayoutFixture all = kuaida.also(new PayoutTerms(PayoutFixture.BASE_FEN, 100, 100, false));
        all.report("p-1", 200_000);
        PayoutFixture.of(house, MEITU, 2, 100, 100).report("p-2", 200_000);
        pass();
        close();
        Map<String, ProvinceReply> replies = new HashMap<>();
        house.jdbi
                .withHandle(handle -> handle.createQuery("SELECT withholding_id FROM contribution_month")
                        .mapTo(String.class)
                        .list())
                .forEach(id -> replies.put(id, WithholdingFixture.yes()));

        List<String> sent = Statements.of(
                house.jdbi,
                () -> house.inTransaction(
                        handle -> house.get(WithholdingOperation.class).settle(handle, replies)));

        assertThat(sent)
                .filteredOn(sql -> sql.contains("contribution_month") && sql.contains("FOR UPDATE"))
                .singleElement()
                .satisfies(sql -> assertThat(sql).contains("ORDER BY id FOR UPDATE"));
        assertThat(house.count("contribution_month WHERE state = 'PAID'")).isEqualTo(2);
    }

    @Test
    void aRefusalGivesEverythingBack() {
        PayoutRecord one = meitu.report("p-1", 100_000);
        PayoutRecord two = kuaida.report("p-1", 100_000);
        pass();
        close();

        settle(new Refused("S", RefusalReason.AMOUNT_NOT_ALLOWED, "C001", "基数"));

        assertThat(meitu.states(one)).containsExactly("TO_RETURN province-amount-not-allowed");
        assertThat(kuaida.states(two)).containsExactly("TO_RETURN province-amount-not-allowed");
        assertThat(collected(house, "REFUSED")).isEqualTo(1);
    }

    @Test
    void aRevocationHoldsForWhatIsNotSentAndLeavesRoom() {
        PayoutRecord one = meitu.report("p-1", 100_000);
        PayoutRecord two = kuaida.report("p-1", 100_000);

        MandateFixture.revoke(house, MEITU, meitu.mandateId());

        assertThat(meitu.states(one)).containsExactly("TO_RETURN mandate-revoked");
        assertThat(kuaida.states(two)).containsExactly("HELD");
        assertThat(house.count("contribution_month WHERE held_fen = " + two.holdFen()))
                .isEqualTo(1);
    }

    @Test
    void aRevocationAfterTheMonthIsSentChangesNothing() {
        PayoutRecord one = meitu.report("p-1", 100_000);
        kuaida.report("p-1", 100_000);
        pass();
        close();

        MandateFixture.revoke(house, MEITU, meitu.mandateId());
        settle(WithholdingFixture.yes());

        assertThat(meitu.states(one)).containsExactly("PAID");
    }

    @Test
    void manyNodesCloseAMonthOnce() throws Exception {
        meitu.report("p-1", 100_000);
        kuaida.report("p-1", 100_000);
        pass();

        assertThat(Crowd.run(20, i -> () -> {
                    close();
                    return "";
                }))
                .containsOnly("ok");
        assertThat(house.count("outbox WHERE kind = 'province.withhold'")).isEqualTo(1);
    }

    @Test
    void twoHundredPayoutsOfOnePersonAtOnceAreOneOrderOfParts() throws Exception {
        List<String> outcomes = Crowd.run(50, i -> () -> {
            for (int n = 0; n < 4; n++) {
                (i % 2 == 0 ? meitu : kuaida).report("c-" + i + "-" + n, 1_000);
            }
            return "";
        });

        assertThat(outcomes).containsOnly("ok");
        assertThat(house.count("payout")).isEqualTo(200);
        long held = house.jdbi.withHandle(handle -> handle.createQuery("SELECT held_fen FROM contribution_month")
                .mapTo(Long.class)
                .one());
        long parts = house.jdbi.withHandle(handle -> handle.createQuery("SELECT sum(amount_fen) FROM contribution_part")
                .mapTo(Long.class)
                .one());
        assertThat(held).isEqualTo(parts).isEqualTo(DUE_FEN);
        // Each was told of another sum of its own: they stood in one line.
        assertThat(house.count(
                        "(SELECT DISTINCT client_id, own_fen FROM contribution_part WHERE amount_fen > 0) AS told"))
                .isEqualTo(house.count("contribution_part WHERE amount_fen > 0"));
    }

    private void pass() {
        house.clock.advance(Duration.ofDays(26));
    }

    private void close() {
        house.get(MonthClosing.class).closeAll();
    }

    private void settle(ProvinceReply reply) {
        assertThat(WithholdingFixture.settle(house, withholding(), reply)).isTrue();
    }

    private String withholding() {
        return house.jdbi.withHandle(handle -> handle.createQuery("SELECT withholding_id FROM contribution_month")
                .mapTo(String.class)
                .one());
    }
}
