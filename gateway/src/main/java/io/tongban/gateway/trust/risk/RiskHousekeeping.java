package io.tongban.gateway.trust.risk;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Removes what was counted a day after its window, and cases that no person has to decide a year after they came. */
@ApplicationScoped
class RiskHousekeeping {
    static final Duration COUNTERS_KEPT = Duration.ofDays(1);
    static final Duration CASES_KEPT = Duration.ofDays(366);

    private static final int BATCHES = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final int batch;

    @Inject
    RiskHousekeeping(Jdbi jdbi, Clock clock) {
        this(jdbi, clock, 10_000);
    }

    RiskHousekeeping(Jdbi jdbi, Clock clock, int batch) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.batch = batch;
    }

    @Scheduled(
            identity = "risk-housekeeping",
            every = "10m",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void removeOld() {
        removeAll(handle ->
                RiskCounterStore.removeEndedBefore(handle, clock.instant().minus(COUNTERS_KEPT), batch));
        removeAll(handle ->
                RiskCaseStore.removeOpenedBefore(handle, clock.instant().minus(CASES_KEPT), batch));
    }

    private void removeAll(ToIntFunction<Handle> removal) {
        for (int i = 0; i < BATCHES && jdbi.withHandle(removal::applyAsInt) == batch; i++) {
            // Each batch is a transaction of its own.
        }
    }
}
