package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.outbox.Eventually;
import io.tongban.gateway.platform.outbox.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedWaitingTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicBoolean news = new AtomicBoolean();
    private final FeedWaiting waiting = new FeedWaiting(Settings.of(
            WebhookConfig.class,
            Map.of("tongban.webhook.waiting-places", "2", "tongban.webhook.wait-poll", "PT0.01S")));

    @AfterEach
    void release() {
        news.set(true);
    }

    @Test
    void holdsASecondCallOfAPartnerForAWhileAndNotAsLongAsItAsks() throws Exception {
        CompletableFuture<Void> first = held("one");
        AtomicInteger looks = new AtomicInteger();

        // On a machine that stands still for the whole while, one look may be all.
        Eventually.holds("looked again and again meanwhile", () -> {
            looks.set(0);
            waiting.await("one", LONG, () -> looks.incrementAndGet() > 1_000_000);
            return looks.get() > 1;
        });

        assertThat(first).isNotDone();
        news.set(true);
        first.get(60, TimeUnit.SECONDS);
    }

    @Test
    void holdsAnotherPartnerForAWhileWhereAllPlacesAreTaken() throws Exception {
        held("one");
        held("two");
        AtomicInteger looks = new AtomicInteger();

        Eventually.holds("looked until there was news", () -> {
            looks.set(0);
            waiting.await("three", LONG, () -> looks.incrementAndGet() > 1);
            return looks.get() > 1;
        });

        assertThat(looks).hasValue(2);
    }

    @Test
    void holdsNoThirdCallOfAPartner() throws Exception {
        held("one");
        CountDownLatch looked = new CountDownLatch(1);
        AtomicInteger third = new AtomicInteger();
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> waiting.await("one", LONG, () -> {
            if (looked.getCount() == 1) {
                waiting.await("one", LONG, () -> third.incrementAndGet() > 0);
                looked.countDown();
            }
            return news.get();
        }));

        assertThat(looked.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(third).hasValue(0);
        news.set(true);
        second.get(60, TimeUnit.SECONDS);
    }

    /** @return once it is held */
    private CompletableFuture<Void> held(String clientId) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        BooleanSupplier looking = () -> {
            held.countDown();
            return news.get();
        };
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> waiting.await(clientId, LONG, looking));
        assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
        return call;
    }
}
