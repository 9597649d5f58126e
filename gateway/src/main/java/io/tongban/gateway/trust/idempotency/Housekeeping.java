package io.tongban.gateway.trust.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Removes answers older than seven days, a few at a time, so that no request waits behind it. */
@ApplicationScoped
class Housekeeping {
    static final Duration KEPT = Duration.ofDays(7);
    private static final int BATCH = 1_000;
    private static final int BATCHES = 100;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Housekeeping(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOldAnswers() {
        for (int i = 0; i < BATCHES && removeBatch() == BATCH; i++) {
            // Each batch is a transaction of its own.
        }
    }

    private int removeBatch() {
        return jdbi.withHandle(
                handle -> IdempotencyStore.removeBefore(handle, clock.instant().minus(KEPT), BATCH));
    }
}
