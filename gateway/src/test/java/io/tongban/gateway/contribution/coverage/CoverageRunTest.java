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
import org.junit.jupiter.api.Test;

/** Who is told what of cover, and that each is told once. */
class CoverageRunTest {
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
        WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);
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
        return strings("select type || ' ' || client_id from webhook_event order by 1");
    }

    private List<String> types() {
        return strings("select type from webhook_event order by id");
    }

    private List<String> strings(String sql) {
        return house.jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
