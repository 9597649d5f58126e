package io.tongban.gateway.contribution.coverage;

import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.testing.House;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who is told what of cover, and that each is told once. */
class CoverageRunTest {
    /** The n-th person, who is born in 1990. */
    private static final int YOUNG = 20;

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final House house = new House();
    private final CoverageRun run = house.get(CoverageRun.class);

    CoverageRunTest() {
        // The rules of cover are known from the 28th on.
        house.clock.advance(Duration.ofDays(6));
        listens(MEITU, "whe_m");
        listens(KUAIDA, "whe_k");
    }

    @Test
    void tellsEachPartnerThatHasTheWorkerOnceThatCoverHasBegun() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);
        WorkerFixture.enrolled(house, KUAIDA, 1, "44");
        WorkerFixture.enrolled(house, KUAIDA, 2, "44");
        paid(meitu, OCTOBER);

        assertThat(run.run()).isEqualTo(2);
        assertThat(told()).containsExactly("COVERAGE_STARTED kuaida-rides", "COVERAGE_STARTED meitu-delivery");
        assertThat(run.run()).as("the day's run is finished").isZero();
        house.clock.advance(Duration.ofDays(1));
        assertThat(run.run()).isEqualTo(2);
        assertThat(told()).hasSize(2);
    }

    @Test
    void warnsTenDaysBeforeTellsTheLapseAndThatCoverIsBack() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        run.run();

        runOn(LocalDate.of(2026, 12, 5));
        assertThat(types()).containsExactly("COVERAGE_STARTED");
        runOn(LocalDate.of(2026, 12, 6));
        runOn(LocalDate.of(2026, 12, 7));
        assertThat(types()).containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSING");
        runOn(LocalDate.of(2026, 12, 15));
        runOn(LocalDate.of(2026, 12, 16));
        assertThat(types()).containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSING", "COVERAGE_LAPSED");
        paid(meitu, YearMonth.of(2026, 12));
        runOn(LocalDate.of(2026, 12, 17));
        assertThat(types())
                .containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSING", "COVERAGE_LAPSED", "COVERAGE_RESUMED");
    }

    @Test
    void tellsNothingOfALapseWhileTheMonthIsBeingCollectedAndAtOnceWhenItHasFailed() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        run.run();
        String november = meitu.accepted("wh-november", YearMonth.of(2026, 11));

        runOn(LocalDate.of(2026, 12, 10));
        runOn(LocalDate.of(2026, 12, 17));
        assertThat(types()).containsExactly("COVERAGE_STARTED");
        assertThat(meitu.settle(november, WithholdingFixture.no())).isTrue();
        runOn(LocalDate.of(2026, 12, 18));
        assertThat(types()).containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSED");
    }

    @Test
    void warnsAtOnceWhenWhatWasBeingCollectedHasFailedBeforeTheCutOff() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        String november = meitu.accepted("wh-november", YearMonth.of(2026, 11));
        runOn(LocalDate.of(2026, 12, 10));
        assertThat(types()).containsExactly("COVERAGE_STARTED");

        assertThat(meitu.settle(november, WithholdingFixture.no())).isTrue();
        runOn(LocalDate.of(2026, 12, 11));

        assertThat(types()).containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSING");
    }

    @Test
    void tellsALapseAgainAfterAReversal() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        // Of its own: what one run tells within a millisecond has no order.
        run.run();
        runOn(LocalDate.of(2026, 12, 7));
        String november = meitu.accepted("wh-november", YearMonth.of(2026, 11));
        assertThat(meitu.settle(november, WithholdingFixture.yes())).isTrue();
        runOn(LocalDate.of(2026, 12, 8));
        assertThat(types()).containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSING");

        meitu.reverse(november);
        runOn(LocalDate.of(2026, 12, 9));

        assertThat(types()).containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSING", "COVERAGE_LAPSING");
        assertThat(strings("select distinct event_id from webhook_delivery")).hasSize(3);
    }

    @Test
    void tellsALapseOfTheSameDayAgainAfterAPaymentThatWasTakenBack() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        run.run();
        runOn(LocalDate.of(2026, 12, 16));
        runOn(LocalDate.of(2026, 12, 17));
        String november = meitu.accepted("wh-november", YearMonth.of(2026, 11));
        meitu.settle(november, WithholdingFixture.yes());
        runAgain();
        meitu.reverse(november);
        runAgain();
        runAgain();

        assertThat(types())
                .containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSED", "COVERAGE_RESUMED", "COVERAGE_LAPSED");
    }

    @Test
    void twoRunsOfTwoDaysAtOnceTellALapseOnce() throws Exception {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        run.run();
        CoveragePage page = house.get(CoveragePage.class);
        house.clock.advance(Duration.ofDays(20));

        house.jdbi.useTransaction(one -> {
            page.tell(one, "", CoverageRun.PAGE);
            // The other node is past midnight already, and cannot see what this one has not committed.
            house.clock.advance(Duration.ofDays(1));
            CompletableFuture<Object> other = CompletableFuture.supplyAsync(
                    () -> house.jdbi.inTransaction(two -> page.tell(two, "", CoverageRun.PAGE)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> house.count("pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
                                    + " current_database()")
                            > 0);
            one.commit();
            other.join();
        });

        assertThat(types()).containsExactly("COVERAGE_STARTED", "COVERAGE_LAPSED");
    }

    @Test
    void countsWhatAProvinceRefusedAsPaid() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        run.run();
        String november = meitu.accepted("wh-november", YearMonth.of(2026, 11));
        meitu.settle(november, WithholdingFixture.paidElsewhere());

        runOn(LocalDate.of(2026, 12, 20));

        assertThat(types()).containsExactly("COVERAGE_STARTED");
    }

    @Test
    void tellsNoLapseOfSomebodyWhoHasRetired() {
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);
        paid(meitu, OCTOBER);
        run.run();

        // A woman of 1971, whose age was reached in 2026.
        runOn(LocalDate.of(2026, 12, 10));
        runOn(LocalDate.of(2026, 12, 20));

        assertThat(types()).containsExactly("COVERAGE_STARTED");
    }

    /** Another run on the same day. */
    private void runAgain() {
        house.jdbi.useHandle(handle -> handle.execute("update cover_run set finished_at = null, after_person = ''"));
        run.run();
    }

    @Test
    void goesOnWhereARunWasCutOff() {
        for (int n = 1; n <= 3; n++) {
            paid(WithholdingFixture.of(house, MEITU, n), OCTOBER);
        }
        String first = house.jdbi.withHandle(handle -> handle.createQuery("select min(id) from person")
                .mapTo(String.class)
                .one());
        house.jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into cover_run (slot, after_person)
                        values (:slot, :after)
                        """)
                .bind(
                        "slot",
                        LocalDate.now(house.clock)
                                .atStartOfDay(house.clock.getZone())
                                .toInstant())
                .bind("after", first)
                .execute());

        assertThat(run.run()).isEqualTo(2);
        assertThat(told()).hasSize(2);
    }

    @Test
    void leavesThePageToTheNodeThatIsAtIt() {
        paid(WithholdingFixture.of(house, MEITU, 1), OCTOBER);
        run.run();
        house.jdbi.useHandle(handle -> handle.execute("update cover_run set finished_at = null, after_person = ''"));

        house.jdbi.useTransaction(other -> {
            other.execute("select 1 from cover_run for update");
            // On a thread of its own, for a thread has one transaction.
            assertThat(CompletableFuture.supplyAsync(run::run).join()).isZero();
        });
        assertThat(run.run()).isEqualTo(1);
        assertThat(told()).as("but told again is nothing").hasSize(1);
    }

    @Test
    void saysNothingOfAPersonWhoPaidNothing() {
        WorkerFixture.enrolled(house, MEITU, 1, "44");

        assertThat(run.run()).isEqualTo(1);
        assertThat(house.count("cover_event")).isZero();
    }

    private void runOn(LocalDate day) {
        LocalDate today = LocalDate.now(house.clock);
        house.clock.advance(Duration.ofDays(day.toEpochDay() - today.toEpochDay()));
        run.run();
    }

    private static void paid(WithholdingFixture fixture, YearMonth month) {
        assertThat(fixture.settle(
                        fixture.accepted("wh-" + fixture.workerId() + month, month), WithholdingFixture.yes()))
                .isTrue();
    }

    private void listens(String clientId, String endpoint) {
        house.jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into webhook_endpoint (id, client_id, url, events, created_at)
                        values (:id, :client, 'https://partner.example/hook',
                                'COVERAGE_STARTED,COVERAGE_LAPSING,COVERAGE_LAPSED,COVERAGE_RESUMED', now())
                        """)
                .bind("id", endpoint)
                .bind("client", clientId)
                .execute());
    }

    private List<String> told() {
        return strings("select e.type || ' ' || e.client_id from webhook_event e"
                + " join webhook_delivery d on d.event_id = e.id order by 1");
    }

    private List<String> types() {
        return strings("select e.type from webhook_event e join webhook_delivery d on d.event_id = e.id order by e.id");
    }

    private List<String> strings(String sql) {
        return house.jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
