package io.tongban.gateway.accounting.reconciliation;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.province.Capability;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A day of two books: what agrees is signed, and only what the province said is compared. */
class DayRunTest extends DayFixture {
    DayRunTest() throws Exception {}

    @Test
    void signsADayThatAgreesAndAsksForItNoMore() throws Exception {
        String serial = booked(THEN);
        book.has(serial, FEN);

        assertThat(looked(run)).isEqualTo(1);

        assertThat(state()).isEqualTo("AGREED");
        JWSObject statement = JWSObject.parse(text("select statement from reconciliation_day"));
        assertThat(statement.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        assertThat(statement.getPayload().toJSONObject())
                .containsEntry("province", "44")
                .containsEntry("day", YESTERDAY.toString())
                .containsEntry("count", 1L)
                .containsEntry("comparedBy", "serial")
                .containsEntry("amountFen", FEN);
        house.clock.advance(Duration.ofHours(3));
        assertThat(looked(run)).isZero();
        assertThat(book.asked).as("its totals, a page of items and the end").hasSize(3);
    }

    @Test
    void signsADayWithoutABookingTooAndAsksForNoItems() {
        looked(run);

        assertThat(state()).isEqualTo("AGREED");
        assertThat(book.asked).hasSize(1);
    }

    @Test
    void signsByTheSumsWhereTheProvinceListsNoItems() throws Exception {
        book.has(booked(THEN), FEN);
        house.provinces.items = Capability.NONE;

        looked(run);

        JWSObject statement = JWSObject.parse(text("select statement from reconciliation_day"));
        assertThat(statement.getPayload().toJSONObject()).containsEntry("comparedBy", "sums");
    }

    /** As it was signed before lists were asked for: a list that never comes must not keep it open. */
    @Test
    void signsByTheSumsWhereTheyAgreeAndTheListNeverComes() throws Exception {
        book.has(booked(THEN), FEN);
        house.provinces.reply(this::sumsAlone);

        for (int look = 1; look < 12; look++) {
            assertThat(looked(run)).isEqualTo(1);
            assertThat(state()).as("after look %d", look).isEqualTo("OPEN");
            house.clock.advance(Duration.ofMinutes(31));
        }
        assertThat(text("select cause from reconciliation_day")).isEqualTo("timeout");
        looked(run);

        assertThat(state()).isEqualTo("AGREED");
        JWSObject statement = JWSObject.parse(text("select statement from reconciliation_day"));
        assertThat(statement.getPayload().toJSONObject()).containsEntry("comparedBy", "sums");
    }

    /** One is missing and a strange one of its amount is there: the sums say nothing. */
    @Test
    void signsNoDayByItsSumsOfWhichRowsAreKnownToDiffer() {
        booked(THEN);
        book.has("THEIRS", FEN);
        looked(run);
        assertThat(state()).isEqualTo("DIFFERS");
        house.provinces.reply(this::sumsAlone);

        for (int look = 1; look <= 15; look++) {
            again();
        }

        assertThat(state()).isEqualTo("DIFFERS");
    }

    private ProvinceReply sumsAlone(ProvinceCommand command) {
        return command instanceof ProvinceCommand.QueryDayItems
                ? new ProvinceReply.Unknown(command.serial(), UnknownCause.TIMEOUT)
                : book.reply(command);
    }

    @Test
    void asksAgainWhereNoAnswerCameAndInventsNothing() {
        booked(THEN);
        house.provinces.reply(command -> new ProvinceReply.Unknown(command.serial(), UnknownCause.TIMEOUT));

        looked(run);
        assertThat(state()).isEqualTo("OPEN");
        assertThat(text("select cause from reconciliation_day")).isEqualTo("timeout");
        assertThat(looked(run)).as("not at once").isZero();

        house.provinces.reply(book::reply);
        again();
        assertThat(state()).isEqualTo("DIFFERS");
    }

    @Test
    void goesByTheProvincesDateOfBooking() {
        Instant midnight = Instant.parse("2026-11-21T16:00:00Z");
        booked(midnight.minusSeconds(1));
        String first = booked(midnight);
        String last = booked(midnight.plus(Duration.ofDays(1)).minusSeconds(1));
        booked(midnight.plus(Duration.ofDays(1)));
        book.has(first, FEN);
        book.has(last, FEN);

        looked(run);

        assertThat(state()).isEqualTo("AGREED");
    }

    @Test
    void countsWhatWasTakenBackOnItsOwnDayNotAtAllAndLaterOnBothDays() {
        String sameDay = booked(THEN);
        takenBack(sameDay, THEN.plusSeconds(60));
        String nextDay = booked(THEN);
        takenBack(nextDay, THEN.plus(Duration.ofDays(1)));
        String dayBefore = booked(THEN.minus(Duration.ofDays(1)));
        takenBack(dayBefore, THEN);
        book.has(nextDay, FEN);
        book.tookBack(dayBefore, FEN);

        looked(run);

        assertThat(state()).isEqualTo("AGREED");
    }

    @Test
    void waitsForWhatHasNoOutcomeYet() {
        String serial = serial(WithholdingFixture.of(house, MEITU, ++persons).accepted("o-" + persons, october()));
        book.has(serial, FEN);

        looked(run);

        assertThat(state()).isEqualTo("OPEN");
        assertThat(text("select cause from reconciliation_day")).isEqualTo("under-way");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void reconcilesNoProvinceThatTellsNoTotals() {
        house.provinces.days = Capability.NONE;

        assertThat(looked(run)).isZero();
        assertThat(house.count("reconciliation_day")).isZero();
    }

    @Test
    void leavesADayToTheNodeThatHasItAndTakesItOverWhenThatIsGone() {
        looked(run);
        house.jdbi.useHandle(handle -> handle.execute(
                "update reconciliation_day set state = 'OPEN', statement = null, settled_at = null, next_look = ?",
                house.clock.instant().plus(Duration.ofMinutes(15))));

        assertThat(looked(run)).as("the other node's lease").isZero();
        house.clock.advance(Duration.ofMinutes(15));
        assertThat(looked(run)).isEqualTo(1);
        assertThat(state()).isEqualTo("AGREED");
    }

    @Test
    void writesNothingOfADayThatAnotherNodeHasByNow() {
        booked(THEN);
        house.provinces.reply(command -> {
            CompletableFuture.runAsync(() -> house.jdbi.useHandle(
                            handle -> handle.execute("update reconciliation_day set looks = looks + 1")))
                    .join();
            return book.reply(command);
        });

        looked(run);

        assertThat(state()).isEqualTo("OPEN");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void showsADayThatIsOverdueUntilItAgrees() {
        String serial = booked(THEN);
        looked(run);
        assertThat(overdue(meters)).as("something to begin with").isZero();

        house.clock.advance(Duration.ofDays(2));
        looked(run);
        assertThat(overdue(meters)).isEqualTo(1);
        assertThat(meters.get("tongban.reconciliation.days")
                        .tag("state", "differs")
                        .gauge()
                        .value())
                .isEqualTo(1);

        book.has(serial, FEN);
        again();
        assertThat(overdue(meters)).isZero();
    }

    @Test
    void tellsADayThatNeverAgreesInOneLineOverAllNodes() {
        booked(THEN);
        looked(run);
        house.clock.advance(Duration.ofDays(2));
        looked(run);

        assertThat(house.<List<DayKey>>inTransaction(handle -> DayStore.overdue(handle, YESTERDAY.plusDays(1))))
                .isEmpty();
    }

    /** Nobody may have seen the node without it: what is shown must not be an increase. */
    @Test
    void showsADayThatBecomesOverdueInTheFirstRunOfANode() {
        booked(THEN);
        looked(run);
        house.clock.advance(Duration.ofDays(2));
        SimpleMeterRegistry restarted = new SimpleMeterRegistry();

        looked(run(Settings.of(ReconciliationConfig.class, Map.of()), house.clock, restarted));

        assertThat(overdue(restarted)).isEqualTo(1);
        assertThat(meters.get("tongban.reconciliation.overdue").gauge().value())
                .as("a node that has not looked since")
                .isZero();
    }

    private static double overdue(SimpleMeterRegistry shown) {
        return shown.get("tongban.reconciliation.overdue")
                .tag("province", "44")
                .gauge()
                .value();
    }

    @Test
    void opensTheDaysThatWereMissed() {
        looked(run);
        house.clock.advance(Duration.ofDays(3));

        assertThat(looked(run)).isEqualTo(3);
        assertThat(house.count("reconciliation_day")).isEqualTo(4);
    }
}
