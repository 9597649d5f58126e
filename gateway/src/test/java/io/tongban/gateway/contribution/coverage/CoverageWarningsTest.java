package io.tongban.gateway.contribution.coverage;

import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.change.ChangeFixture;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.testing.House;
import io.tongban.province.InsuranceChange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each partner is warned by what it may know itself, and nobody of what was ordered. */
class CoverageWarningsTest {
    /** The n-th person, who is born in 1990. */
    private static final int YOUNG = 20;

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final House house = new House();
    private final CoverageRun run = house.get(CoverageRun.class);
    private final WithholdingFixture meitu;

    CoverageWarningsTest() {
        // The rules of cover are known from the 28th on.
        house.clock.advance(Duration.ofDays(6));
        house.jdbi.useHandle(handle -> handle.execute("""
                insert into webhook_endpoint (id, client_id, url, events, created_at)
                select 'whe_' || client, client, 'https://partner.example/hook',
                       'COVERAGE_STARTED,COVERAGE_LAPSING,COVERAGE_LAPSED,COVERAGE_RESUMED', now()
                  from unnest(array[?, ?]) as client
                """, MEITU, KUAIDA));
        meitu = WithholdingFixture.of(house, MEITU, YOUNG);
        paid(meitu, OCTOBER);
        run.run();
    }

    @Test
    void aMonthOfAnotherPartnerThatIsNotConfirmedMovesNoDateOfAWarning() {
        WithholdingFixture kuaida = WithholdingFixture.of(house, KUAIDA, YOUNG);
        String november = kuaida.accepted("wh-november", NOVEMBER);

        runOn(LocalDate.of(2027, 1, 7));
        assertThat(told())
                .as("by its own month alone it has something to lose")
                .containsExactly(KUAIDA + " 2027-01-16");

        assertThat(kuaida.settle(november, WithholdingFixture.yes())).isTrue();
        runOn(LocalDate.of(2027, 1, 8));
        assertThat(told()).containsExactly(KUAIDA + " 2027-01-16", MEITU + " 2027-01-16");
        runOn(LocalDate.of(2027, 1, 9));
        assertThat(told()).as("once each").hasSize(2);
    }

    @Test
    void warnsAllOfTheSameDayOnceAMonthUnderWayHasFailed() {
        WithholdingFixture kuaida = WithholdingFixture.of(house, KUAIDA, YOUNG);
        String november = kuaida.accepted("wh-november", NOVEMBER);
        runOn(LocalDate.of(2026, 12, 8));
        assertThat(told()).isEmpty();

        assertThat(kuaida.settle(november, WithholdingFixture.no())).isTrue();
        runOn(LocalDate.of(2026, 12, 9));

        assertThat(told()).containsExactly(KUAIDA + " 2026-12-16", MEITU + " 2026-12-16");
    }

    @Test
    void warnsNobodyOfAPauseThatWasOrderedAndTellsWhenItHolds() {
        ChangeFixture.confirmed(house, MEITU, meitu.workerId(), InsuranceChange.PAUSE);
        paid(meitu, NOVEMBER);

        runOn(LocalDate.of(2026, 11, 29));
        runOn(LocalDate.of(2026, 12, 1));
        runOn(LocalDate.of(2026, 12, 12));

        assertThat(strings("select type from cover_event order by created_at")).containsExactly("STARTED", "LAPSED");
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

    /** Who has an event of a lapse on its way, and of which day. */
    private List<String> told() {
        assertThat(strings("select e.client_id from webhook_event e join webhook_delivery d on d.event_id = e.id"
                        + " where e.type = 'COVERAGE_LAPSING' order by 1"))
                .isEqualTo(strings("select client_id from cover_event where type = 'LAPSING' order by 1"));
        return strings("select client_id || ' ' || day from cover_event where type = 'LAPSING' order by 1");
    }

    private List<String> strings(String sql) {
        return house.jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
