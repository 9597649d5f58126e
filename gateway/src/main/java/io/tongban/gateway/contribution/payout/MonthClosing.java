package io.tongban.gateway.contribution.payout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.platform.problem.RedactedFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Closes months after their cut-off: what is complete goes to the province once, all else back to the workers. Any number
 * of nodes may do it at once; each month is closed in a transaction of its own by whoever has its row.
 */
@ApplicationScoped
public class MonthClosing {
    private static final Logger LOG = Logger.getLogger(MonthClosing.class);
    private static final int BATCH = 200;
    private static final int BATCHES = 50;

    private final Jdbi jdbi;
    private final CollectedWithholdings withholdings;
    private final PartOutcomes outcomes;
    private final Clock clock;

    @Inject
    public MonthClosing(Jdbi jdbi, CollectedWithholdings withholdings, PartOutcomes outcomes, Clock clock) {
        this.jdbi = jdbi;
        this.withholdings = withholdings;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Scheduled(
            identity = "close-months",
            every = "{tongban.payouts.close-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void closeAll() {
        for (int i = 0; i < BATCHES && closeBatch(); i++) {
            // The rest is for the next run.
        }
    }

    /** @return whether there may be more that can be closed */
    private boolean closeBatch() {
        List<String> due = jdbi.withHandle(handle -> MonthStore.toClose(handle, clock.instant(), BATCH));
        int closed = 0;
        for (String id : due) {
            closed += close(id) ? 1 : 0;
        }
        return due.size() == BATCH && closed > 0;
    }

    private boolean close(String id) {
        try {
            return jdbi.inTransaction(handle -> MonthStore.holdToClose(handle, id)
                    .map(month -> {
                        close(handle, month);
                        return true;
                    })
                    .orElse(false));
        } catch (RuntimeException e) {
            // The others must not wait for it; it is tried again with the next run.
            LOG.errorf("Month %s cannot be closed now: %s", id, RedactedFailure.line(e));
            return false;
        }
    }

    private void close(Handle handle, Month month) {
        Instant now = clock.instant();
        String withholding = month.withholdingId();
        if (withholding == null) {
            throw new IllegalStateException("month " + month.id() + " is collected without a withholding");
        }
        if (month.isComplete()) {
            MonthStore.move(handle, month.id(), Month.State.SENT, now);
            withholdings.send(handle, withholding, PartStates.mostHeld(handle, month.id()));
        } else {
            MonthStore.dissolve(handle, month.id(), now);
            withholdings.dissolve(handle, withholding);
            outcomes.returned(handle, "gateway", month.id(), ProblemType.MONTH_INCOMPLETE, now);
        }
    }
}
