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
        Instant before = clock.instant().minus(keep);
        jdbi.useTransaction(handle -> events.forgetBefore(handle, before));
    }
}
