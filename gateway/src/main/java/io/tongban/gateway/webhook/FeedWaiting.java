package io.tongban.gateway.webhook;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Holds answers that would be empty: one a partner, and so many on a node, since each holds a thread. Whoever finds no
 * place is held for a second, in as many places beside, so that two programs of one partner do not ask without a pause.
 */
@ApplicationScoped
class FeedWaiting {
    private static final Duration BRIEF = Duration.ofSeconds(1);

    private final Places whole;
    private final Places brief;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Duration poll;

    FeedWaiting(WebhookConfig config) {
        this.whole = new Places(config.waitingPlaces());
        this.brief = new Places(config.waitingPlaces());
        this.poll = config.waitPoll();
    }

    /**
     * Returns when there is news, when the time is over, when this node stops, and at once where there is no place of
     * either kind: then the partner's rate is the bound.
     */
    void await(String clientId, Duration atMost, BooleanSupplier hasNews) {
        if (!whole.taken(clientId, () -> hold(atMost, hasNews))) {
            brief.taken(clientId, () -> hold(atMost.compareTo(BRIEF) < 0 ? atMost : BRIEF, hasNews));
        }
    }

    private void hold(Duration atMost, BooleanSupplier hasNews) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            long left = atMost.toNanos();
            while (left > 0 && !hasNews.getAsBoolean()) {
                if (stopping.await(Math.min(left, poll.toNanos()), TimeUnit.NANOSECONDS)) {
                    return;
                }
                left = end - System.nanoTime();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void release(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping.countDown();
    }

    /** One a partner, and so many in all. */
    private static final class Places {
        private final Semaphore free;
        private final Set<String> partners = ConcurrentHashMap.newKeySet();

        Places(int most) {
            this.free = new Semaphore(most);
        }

        /** Runs in a place, if there is one. */
        boolean taken(String clientId, Runnable inPlace) {
            if (!free.tryAcquire()) {
                return false;
            }
            try {
                if (!partners.add(clientId)) {
                    return false;
                }
                try {
                    inPlace.run();
                    return true;
                } finally {
                    partners.remove(clientId);
                }
            } finally {
                free.release();
            }
        }
    }
}
