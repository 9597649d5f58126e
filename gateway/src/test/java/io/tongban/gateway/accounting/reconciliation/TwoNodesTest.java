package io.tongban.gateway.accounting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.accounting.reconciliation.DayStore.Taken;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two nodes compare two days about the same withholdings while a person settles tasks about them. */
class TwoNodesTest extends DayFixture {
    private static final int ROUNDS = 8;
    private static final int WITHHOLDINGS = 6;
    private static final ProvinceCode PROVINCE = new ProvinceCode("44");
    private static final LocalDate DAY_BEFORE = YESTERDAY.minusDays(1);

    private final DayReconciler reconciler = reconciler(Settings.of(ReconciliationConfig.class, Map.of()), house.clock);

    TwoNodesTest() throws Exception {}

    /** PostgreSQL ends one of two that wait for each other, and with it a future here. */
    @Test
    void whoHoldsWhatTheOtherWaitsForNeverWaitsForTheOther() throws Exception {
        long settled = 0;
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<String> booked = new ArrayList<>();
                for (int i = 0; i < WITHHOLDINGS; i++) {
                    booked.add(booked(THEN));
                }
                booked.forEach(serial -> book.tookBack(serial, FEN));
                opened();
                compare();
                compare();
                List<String> asked = texts("select id from review_task where state = 'OPEN' order by id desc");
                assertThat(asked).isNotEmpty();
                opened();

                List<Future<Void>> all = nodes.invokeAll(List.of(this::compare, this::compare, () -> settled(asked)));

                for (Future<Void> each : all) {
                    each.get();
                }
                settled += asked.size();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(texts("select distinct state from reconciliation_day")).containsExactly("DIFFERS");
        assertThat(house.count("review_task where state = 'SETTLED'")).isEqualTo(settled);
    }

    /** Both days are due. */
    private void opened() {
        for (LocalDate day : List.of(YESTERDAY, DAY_BEFORE)) {
            house.jdbi.useHandle(handle -> handle.execute(
                    "insert into reconciliation_day (province, day, next_look) values ('44', ?, ?)"
                            + " on conflict (province, day) do update set next_look = excluded.next_look",
                    day,
                    house.clock.instant()));
        }
    }

    private Void compare() {
        Instant now = house.clock.instant();
        Taken taken = house.jdbi
                .inTransaction(
                        handle -> DayStore.take(handle, PROVINCE, now, now.plus(Duration.ofMinutes(15)), DAY_BEFORE))
                .orElseThrow();
        reconciler.reconcile(taken);
        return null;
    }

    private Void settled(List<String> tasks) {
        for (String task : tasks) {
            Resolution said = new Resolution.Booked("GD" + task, THEN, FEN, "they say");
            house.inTransaction(handle -> house.get(ReviewTasks.class).settle(handle, task, said, House.AGENCY));
        }
        return null;
    }
}
