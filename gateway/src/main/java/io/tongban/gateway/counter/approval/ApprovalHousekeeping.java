package io.tongban.gateway.counter.approval;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Closes what nobody signed in time, and says so in the audit log. Nothing waits for it: who looks reckons by the clock. */
@ApplicationScoped
class ApprovalHousekeeping {
    private static final int BATCH = 1_000;
    private static final int BATCHES = 100;

    private final Approvals approvals;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    ApprovalHousekeeping(Approvals approvals, Jdbi jdbi, Clock clock) {
        this.approvals = approvals;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(identity = "approvals", every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        for (int i = 0; i < BATCHES && batch() == BATCH; i++) {
            // Each batch is a transaction of its own.
        }
    }

    private int batch() {
        return jdbi.inTransaction(handle -> approvals.expire(handle, clock.instant(), BATCH));
    }
}
