package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the unique indexes and the mandate's lock decide when many come at once. */
class WithholdingRaceTest {
    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);

    @Test
    void acceptsOneMonthOnceFromFiftyThreadsOfTwoPartners() throws Exception {
        WithholdingFixture kuaida = WithholdingFixture.of(house, KUAIDA, 1);
        List<String> outcomes = Crowd.run(50, i -> () -> {
            WithholdingFixture partner = i % 2 == 0 ? meitu : kuaida;
            return partner.accept(partner.order("wh-" + i));
        });
        assertThat(outcomes).containsOnlyOnce("ok").containsOnly("ok", "period-already-withheld");
        assertThat(house.count("withholding")).isEqualTo(1);
        assertThat(house.count("outbox WHERE kind = 'province.withhold'")).isEqualTo(1);
    }

    @Test
    void acceptsOneReferenceOnceFromFiftyThreads() throws Exception {
        List<String> outcomes = Crowd.run(50, i -> () -> {
            YearMonth period = YearMonth.of(2026, 9 + i % 3);
            return meitu.accept(meitu.order("wh-1", ScriptedProvinces.PENSION, period, 1, 1));
        });
        // Which of the two indexes stops the others is for the order of arrival to say.
        assertThat(outcomes).containsOnlyOnce("ok").isSubsetOf("ok", "reference-used", "period-already-withheld");
        assertThat(house.count("withholding")).isEqualTo(1);
    }

    /** The revocation has the mandate; the acceptance has to wait for it, and then sees it revoked. */
    @Test
    void acceptsNothingUnderAMandateThatIsJustBeingRevoked() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> accepting = house.inTransaction(handle -> {
                handle.execute("UPDATE mandate SET revoked_at = now(), revocation_noted_at = now()");
                Future<List<String>> started = threads.submit(() -> Crowd.run(1, i -> this::acceptOctober));
                awaitAWaiter();
                return started;
            });
            assertThat(accepting.get()).containsExactly("mandate-revoked");
        } finally {
            threads.shutdownNow();
        }
    }

    /** The acceptance has the mandate; the revocation has to wait for it, and then holds for all that come later. */
    @Test
    void revokesNothingUnderTheFeetOfAnAcceptance() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        CountDownLatch revoked = new CountDownLatch(1);
        try {
            Payer payer = new Payer(House.program(MEITU), House.CREDIT_CODE);
            Future<?> revoking = house.inTransaction(handle -> {
                WithholdingFixture.accept(house, handle, payer, meitu.order("wh-1"));
                Future<?> started = threads.submit(() -> {
                    MandateFixture.revoke(house, MEITU, meitu.mandateId());
                    revoked.countDown();
                });
                awaitAWaiter();
                assertThat(revoked.getCount()).isEqualTo(1);
                return started;
            });
            revoking.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(house.count("withholding")).isEqualTo(1);
        assertThat(Crowd.run(1, i -> () -> meitu.accept(meitu.order("wh-2")))).containsExactly("mandate-revoked");
    }

    private WithholdingRecord acceptOctober() {
        return meitu.accept(meitu.order("wh-1"));
    }

    /**
     * Returns when some other connection waits for a lock with a statement on mandates, of which PostgreSQL shows the
     * first 1,024 octets. It looks through a connection of its own: within one transaction PostgreSQL shows the activity
     * of the first look over and over.
     */
    private void awaitAWaiter() {
        String waiting = """
                pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                AND query LIKE '%mandate%'""";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> CompletableFuture.supplyAsync(() -> house.count(waiting))
                                .join()
                        > 0);
    }
}
