package io.tongban.gateway.contribution.payout;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.contribution.withholding.WithholdingOperation;
import io.tongban.gateway.testing.House;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** By its revision a platform tells which of two states of a payout is the later one. */
class PayoutRevisionTest {
    private final House house = new House();
    private final PayoutFixture meitu = PayoutFixture.of(house, MEITU, 1, 100, 100);

    @Test
    void risesByEachChangeOfAPartAndByNothingElse() {
        PayoutRecord payout = meitu.report("p-1", 200_000);
        assertThat(payout.revision()).isEqualTo(1);
        assertThat(meitu.read(payout)).isEqualTo(payout);

        house.clock.advance(Duration.ofDays(26));
        house.get(MonthClosing.class).closeAll();
        assertThat(meitu.read(payout).revision()).isEqualTo(1);

        assertThat(WithholdingFixture.settle(house, withholding(), WithholdingFixture.yes()))
                .isTrue();
        assertThat(meitu.read(payout).revision()).isEqualTo(2);

        house.inTransaction(handle -> {
            house.get(WithholdingOperation.class).reverse(handle, withholding(), house.clock.instant());
            return "";
        });
        assertThat(meitu.read(payout).revision()).isEqualTo(3);
    }

    @Test
    void risesOfThePayoutsThatARevocationGivesBackAlone() {
        PayoutRecord payout = meitu.report("p-1", 10_000);
        PayoutFixture kuaida = PayoutFixture.of(house, House.KUAIDA, 1, 100, 100);
        PayoutRecord others = kuaida.report("p-1", 10_000);

        MandateFixture.revoke(house, MEITU, meitu.mandateId());

        assertThat(meitu.read(payout).revision()).isEqualTo(2);
        assertThat(kuaida.read(others).revision()).isEqualTo(1);
    }

    /** Else two events could bear one number, each with half of what had happened, and one half would never be known. */
    @Test
    void twoPartsThatChangeAtOnceAreTwoRevisionsAndTheLaterHasBoth() throws Exception {
        PayoutRecord payout = meitu.report("p-1", 10_000);
        String month = payout.parts().get(0).monthId();
        house.jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO contribution_month (id, person_id, insurance, period, province, base_fen, due_fen,
                           held_fen, held_by, rule, mark, known_at, cut_off, closes_at, state, opened_at, changed_at)
                    SELECT 'other', person_id, 'AAE140:310', period, province, base_fen, due_fen, held_fen, held_by, rule,
                           mark, known_at, cut_off, closes_at, 'RETURNED', opened_at, changed_at
                      FROM contribution_month
                    """);
            handle.execute("""
                    INSERT INTO contribution_part (payout_id, insurance, month_id, client_id, mandate_id, period, cut_off,
                           amount_fen, own_fen, share_fen, rule, source, provisional, state)
                    SELECT payout_id, 'AAE140:310', 'other', client_id, mandate_id, period, cut_off, amount_fen, own_fen,
                           share_fen, rule, source, provisional, state
                      FROM contribution_part
                    """);
        });
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<PayoutRecord> later = house.inTransaction(handle -> {
                PartStates.paid(handle, month, house.clock.instant());
                Future<PayoutRecord> returned = other.submit(() -> house.inTransaction(second -> {
                    PartStates.returned(second, "other", ProblemType.MONTH_INCOMPLETE, house.clock.instant());
                    return PayoutQueries.find(second, List.of(payout.id())).get(0);
                }));
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> returned.isDone() || isAnyoneWaiting());
                assertThat(PayoutQueries.find(handle, List.of(payout.id()))
                                .get(0)
                                .revision())
                        .isEqualTo(2);
                return returned;
            });

            assertThat(later.get().revision()).isEqualTo(3);
            assertThat(later.get().parts())
                    .extracting(Part::state)
                    .containsExactly(Part.State.PAID, Part.State.TO_RETURN);
        } finally {
            other.shutdownNow();
        }
    }

    private boolean isAnyoneWaiting() {
        return house.count("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0;
    }

    private String withholding() {
        return house.jdbi.withHandle(handle -> handle.createQuery("SELECT withholding_id FROM contribution_month")
                .mapTo(String.class)
                .one());
    }
}
