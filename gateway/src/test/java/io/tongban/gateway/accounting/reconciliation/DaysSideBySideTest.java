package io.tongban.gateway.accounting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** No province waits for another one. */
class DaysSideBySideTest extends DayFixture {
    DaysSideBySideTest() throws Exception {}

    @Test
    void comparesProvincesSideBySideSoThatASlowOneHoldsUpNoOther() {
        house.provinces.reconciled = Set.of("44", "51");
        CompletableFuture<Void> another = new CompletableFuture<>();
        house.provinces.reply(command -> {
            if (command.province().value().equals("51")) {
                another.complete(null);
            } else {
                another.orTimeout(60, TimeUnit.SECONDS).join();
            }
            return book.reply(command);
        });

        assertThat(looked(run)).isEqualTo(2);
    }

    /** Its next look comes meanwhile, and a day that is overdue is told. */
    @Test
    void looksAgainAtTheOthersWhileOneProvinceTakesItsTime() throws Exception {
        house.provinces.reconciled = Set.of("44", "51");
        CompletableFuture<Void> slow = new CompletableFuture<>();
        house.provinces.reply(command -> {
            if (command.province().value().equals("44")) {
                slow.orTimeout(60, TimeUnit.SECONDS).join();
            }
            return book.reply(command);
        });
        List<Future<Integer>> first = run.begin();
        assertThat(first).hasSize(2);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> first.stream().filter(Future::isDone).count() == 1);

        house.clock.advance(Duration.ofDays(1));
        List<Future<Integer>> second = run.begin();
        run.tellOverdue();

        assertThat(second)
                .singleElement()
                .satisfies(one -> assertThat(one.get()).isEqualTo(1));
        assertThat(texts("select distinct province from reconciliation_day where state = 'AGREED'"))
                .containsExactly("51");
        slow.complete(null);
        for (Future<Integer> each : first) {
            assertThat(each.get()).isPositive();
        }
    }

    /** Whoever stops the node waits for no province. */
    @Test
    void beginsAndEndsWithoutWaitingForAProvince() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        house.provinces.reply(command -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return book.reply(command);
        });

        run.runRegularly();
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        run.close();

        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
