package io.tongban.gateway.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Forgets old events: they hold personal data, if masked, and are only there to be sent. */
@ApplicationScoped
class WebhookRetention {
    static final int BATCH = 5_000;
    /** Half a million each time: every event of every partner is stored, and more must be removed than come. */
    private static final int BATCHES = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Duration keep;
    private final EventStore events = new EventStore();

    WebhookRetention(Jdbi jdbi, Clock clock, WebhookConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.keep = config.keepEvents();
    }

    @Scheduled(identity = "webhook-retention", every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        for (int i = 0; i < BATCHES && forgetSome() == BATCH; i++) {
            // Each batch is a transaction of its own.
        }
    }

    private int forgetSome() {
        Instant before = clock.instant().minus(keep);
        return jdbi.inTransaction(handle -> events.forgetBefore(handle, before, BATCH));
    }
}
