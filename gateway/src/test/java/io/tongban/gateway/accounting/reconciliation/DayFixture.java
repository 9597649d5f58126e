package io.tongban.gateway.accounting.reconciliation;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.contribution.withholding.WithholdingOperation;
import io.tongban.gateway.delivery.province.ProvinceAvailability;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.delivery.review.OpenTasks;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.testing.House;
import io.tongban.signature.Signer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A house whose province has a book of its own for yesterday. */
class DayFixture {
    static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 22);
    static final Instant THEN = Instant.parse("2026-11-22T04:00:00Z");
    static final long FEN = WithholdingFixture.AMOUNT_FEN;

    final House house = new House();
    final ProvincesBook book = new ProvincesBook();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ECKey key;
    final DayRun run;
    int persons;

    DayFixture() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("gw-1").generate();
        house.provinces.reply(book::reply);
        run = run();
    }

    private DayRun run() {
        return run(Settings.of(ReconciliationConfig.class, Map.of()));
    }

    DayRun run(ReconciliationConfig config) {
        return run(config, house.clock);
    }

    DayRun run(ReconciliationConfig config, Clock reconcilers) {
        return run(config, reconcilers, meters);
    }

    /** Of another node, if its meters are its own. */
    DayRun run(ReconciliationConfig config, Clock reconcilers, SimpleMeterRegistry shown) {
        return new DayRun(
                books(),
                house.get(ProvinceAvailability.class),
                reconciler(config, reconcilers),
                new DayMeters(shown),
                config,
                house.jdbi,
                house.clock);
    }

    DayReconciler reconciler(ReconciliationConfig config, Clock reconcilers) {
        DayStatement statement = new DayStatement(() -> Signer.of(key), "https://gateway.example");
        Differences differences = new Differences(house.get(OpenTasks.class), config, house.clock);
        return new DayReconciler(books(), differences, statement, config, house.jdbi, reconcilers);
    }

    /** A regular run, and how many days it looked at once all is done. */
    static int looked(DayRun run) {
        int looked = 0;
        for (Future<Integer> province : run.begin()) {
            try {
                looked += province.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
        run.tellOverdue();
        return looked;
    }

    private ProvinceBooks books() {
        return new ProvinceBooks(house.provinces, house.get(Serials.class));
    }

    void again() {
        house.clock.advance(Duration.ofMinutes(31));
        looked(run);
    }

    static YearMonth october() {
        return YearMonth.of(2026, 10);
    }

    /** The serial of a withholding that the province booked then. */
    String booked(Instant at) {
        WithholdingFixture fixture = WithholdingFixture.of(house, MEITU, ++persons);
        String id = fixture.accepted("o-" + persons, october());
        assertThat(fixture.settle(id, WithholdingFixture.booked(at))).isTrue();
        return serial(id);
    }

    String serial(String id) {
        return text("select serial from withholding where id = '" + id + "'");
    }

    void takenBack(String serial, Instant at) {
        String id = text("select id from withholding where serial = '" + serial + "'");
        house.jdbi.useTransaction(
                handle -> house.get(WithholdingOperation.class).reverse(handle, id, at));
    }

    String state() {
        return text("select state from reconciliation_day where day = '" + YESTERDAY + "'");
    }

    /** What a person says to the only open task. */
    void settle(Resolution resolution) {
        String task = text("select id from review_task where state = 'OPEN'");
        house.inTransaction(handle -> house.get(ReviewTasks.class).settle(handle, task, resolution, House.AGENCY));
    }

    List<String> tasks() {
        return texts("select kind || ' ' || reason || ' ' || client_id from review_task where state = 'OPEN'");
    }

    String text(String sql) {
        return house.jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    List<String> texts(String sql) {
        return house.jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
