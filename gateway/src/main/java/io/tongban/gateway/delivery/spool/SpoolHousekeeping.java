package io.tongban.gateway.delivery.spool;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Removes lines that were answered 30 days ago, and their files, a few at a time: they are personal, and done. */
@ApplicationScoped
class SpoolHousekeeping {
    static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;
    private static final int BATCHES = 1_000;

    private final Jdbi jdbi;

    @Inject
    SpoolHousekeeping(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Scheduled(
            identity = "spool-housekeeping",
            every = "1h",
            delayed = "5m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void removeOld() {
        for (int i = 0; i < BATCHES && removeLines() == BATCH; i++) {
            // Each batch is a transaction of its own.
        }
        jdbi.useTransaction(handle -> FileStore.removeDone(handle, KEPT, BATCH));
    }

    private int removeLines() {
        return jdbi.inTransaction(handle -> LineStore.removeAnswered(handle, KEPT, BATCH));
    }
}
