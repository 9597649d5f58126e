package io.tongban.gateway.accounting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.ProvinceCommand.QueryDayItems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days that are no matter of rows, rows that are too many, and what changes while a province is asked. */
class DayBoundsTest extends DayFixture {
    DayBoundsTest() throws Exception {}

    @Test
    void asksOnceAboutADayWhoseSumsDifferAndWhoseRowsDoNot() {
        book.has(booked(THEN), FEN);
        book.insurance = ScriptedProvinces.MEDICAL;

        looked(run);
        again();

        assertThat(state()).isEqualTo("DIFFERS");
        assertThat(text("select rows from reconciliation_day")).isEqualTo("0");
        assertThat(tasks()).containsExactly("DIFFERENCE sums-differ none");
        assertThat(text("select serial from reconciliation_difference")).isEqualTo("-");
        settle(new Resolution.NotBooked("they mend it"));
        again();
        assertThat(tasks()).isEmpty();
        book.insurance = ScriptedProvinces.PENSION;
        again();
        assertThat(state()).isEqualTo("AGREED");
    }

    @Test
    void asksNoMoreAboutTheWholeDayOnceRowsDiffer() {
        book.has(booked(THEN), FEN);
        book.insurance = ScriptedProvinces.MEDICAL;
        looked(run);

        book.has("THEIRS", 7);
        again();

        assertThat(tasks()).containsExactly("DIFFERENCE unknown-here none");
    }

    @Test
    void judgesByNoListThatItHasNotRead() {
        String later =
                serial(WithholdingFixture.of(house, House.MEITU, ++persons).accepted("late", october()));
        Runnable books = () -> house.jdbi.useHandle(handle -> handle.execute(
                "update withholding set state = 'CONFIRMED', booked_at = ?, settled_at = ?, province_receipt = 'GD'"
                        + " where serial = ?",
                THEN,
                THEN,
                later));
        DayRun interrupted = runThat(books);

        looked(interrupted);

        assertThat(state()).isEqualTo("OPEN");
        assertThat(text("select cause from reconciliation_day")).isEqualTo("under-way");
        assertThat(tasks()).isEmpty();
        again();
        assertThat(texts("select serial from reconciliation_difference")).containsExactly(later);
    }

    @Test
    void asksAProvinceForNoFurtherPageOnceAnotherNodeHasTheDay() {
        for (int i = 0; i < 9; i++) {
            book.has("THEIRS" + i, 7);
        }
        book.paging =
                () -> house.jdbi.useHandle(handle -> handle.execute("update reconciliation_day set looks = looks + 1"));

        looked(run);

        assertThat(book.asked.stream().filter(QueryDayItems.class::isInstance)).hasSize(1);
    }

    @Test
    void asksAboutNoMoreRowsOfADayThanItMayAndClosesByAllThatDiffer() {
        DayRun two = run(Settings.of(ReconciliationConfig.class, Map.of("tongban.reconciliation.rows", "2")));
        for (int i = 1; i <= 4; i++) {
            book.has("THEIRS" + i, 7);
        }
        looked(two);
        assertThat(texts("select serial from reconciliation_difference order by serial"))
                .containsExactly("THEIRS1", "THEIRS2");
        assertThat(text("select rows from reconciliation_day")).isEqualTo("4");

        book.has("THEIRS0", 7);
        lookAgain(two);
        assertThat(texts("select serial from reconciliation_difference where gone_at is null order by serial"))
                .as("those before it in the list are still told")
                .containsExactly("THEIRS1", "THEIRS2");

        book.items.remove(1);
        lookAgain(two);
        lookAgain(two);
        assertThat(tasks()).hasSize(2);
        assertThat(texts("select serial from reconciliation_difference where gone_at is null order by serial"))
                .containsExactly("THEIRS0", "THEIRS1");
    }

    @Test
    void tellsOfALookByItsRevisionAndKeepsTheSumsOfTheLastOneThatCameToAnEnd() {
        booked(THEN);
        looked(run);
        long before = Long.parseLong(text("select revision from reconciliation_day"));
        String sums = text("select their_count from reconciliation_sum");
        String waiting =
                serial(WithholdingFixture.of(house, House.MEITU, ++persons).accepted("w", october()));
        book.has(waiting, FEN + 1);

        again();

        assertThat(Long.parseLong(text("select revision from reconciliation_day")))
                .as("its look, and what came of it")
                .isEqualTo(before + 2);
        assertThat(text("select their_count from reconciliation_sum")).isEqualTo(sums);
        assertThat(text("select cause from reconciliation_day")).isEqualTo("under-way");
    }

    /** It happens between the first time that ours are read and the second. */
    private DayRun runThat(Runnable meanwhile) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return house.clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return house.clock.withZone(zone);
            }

            @Override
            public Instant instant() {
                meanwhile.run();
                return house.clock.instant();
            }
        };
        return run(Settings.of(ReconciliationConfig.class, Map.of()), clock);
    }

    private void lookAgain(DayRun look) {
        house.clock.advance(Duration.ofMinutes(31));
        looked(look);
    }
}
