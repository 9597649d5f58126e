package io.tongban.gateway.trust.partner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentReadsTest {
    private static final int MANY = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger asking = new AtomicInteger();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void areReadOnceAndForgottenWhenTold() {
        RecentReads<String, Integer> reads =
                new RecentReads<>(Duration.ofMinutes(1), 10, key -> readings.incrementAndGet());

        assertThat(reads.of("a")).isEqualTo(1);
        assertThat(reads.of("a")).isEqualTo(1);
        assertThat(reads.of("b")).isEqualTo(2);
        reads.forget();
        assertThat(reads.of("a")).isEqualTo(3);
    }

    /** Each in its turn would be eight readings, and eight time-outs for the last. */
    @Test
    void failTogetherForAllWhoWaitAndAreTriedAgainByTheNext() throws Exception {
        CountDownLatch away = new CountDownLatch(1);
        RecentReads<String, Integer> reads = new RecentReads<>(Duration.ofMinutes(1), 10, key -> {
            if (readings.incrementAndGet() == 1) {
                awaitQuietly(away);
                throw new IllegalStateException("away");
            }
            return readings.get();
        });
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(threads.submit(() -> {
                asking.incrementAndGet();
                return reads.of("a");
            }));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> asking.get() == MANY && readings.get() == 1);
        away.countDown();

        int failed = 0;
        for (Future<Integer> one : all) {
            try {
                one.get(30, SECONDS);
            } catch (ExecutionException refused) {
                assertThat(refused).hasRootCauseMessage("away");
                failed++;
            }
        }
        // Who had not come to wait when it failed has read anew, all of them once.
        assertThat(failed).isPositive();
        assertThat(readings.get()).isLessThanOrEqualTo(2);
        assertThat(reads.of("a")).isEqualTo(2);
    }

    @Test
    void tellOfTheFailureAsItIs() {
        RecentReads<String, Integer> reads = new RecentReads<>(Duration.ofMinutes(1), 10, key -> {
            throw new IllegalStateException("away");
        });

        assertThatThrownBy(() -> reads.of("a")).isInstanceOf(IllegalStateException.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
