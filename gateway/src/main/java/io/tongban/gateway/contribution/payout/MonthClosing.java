package io.tongban.gateway.contribution.payout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.RedactedFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
    /** What cannot be closed has a cause that does not go away by itself in a minute. */
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final CollectedWithholdings withholdings;
    private final PartOutcomes outcomes;
    private final Surplus surplus;
    private final Clock clock;
    private final AtomicLong unclosed = new AtomicLong();

    @Inject
    public MonthClosing(
            Jdbi jdbi,
            CollectedWithholdings withholdings,
            PartOutcomes outcomes,
            Surplus surplus,
            MeterRegistry meters,
            Clock clock) {
        this.jdbi = jdbi;
        this.withholdings = withholdings;
        this.outcomes = outcomes;
        this.surplus = surplus;
        this.clock = clock;
        Gauge.builder("tongban.payouts.months.unclosed", unclosed, AtomicLong::get)
                .description("Months past their cut-off that could not be closed, as of the last look")
                .register(meters);
    }

    @Scheduled(
            identity = "close-months",
            every = "{tongban.payouts.close-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void closeAll() {
        for (int i = 0; i < BATCHES && closeBatch(); i++) {
            // The rest is for the next run.
        }
        unclosed.set(jdbi.withHandle(MonthStore::unclosed));
    }

    /** @return whether there may be more that can be closed */
    private boolean closeBatch() {
        List<String> due = jdbi.withHandle(handle -> MonthStore.toClose(handle, clock.instant(), BATCH));
        due.forEach(this::close);
        // Those that could not be are not among the next.
        return due.size() == BATCH;
    }

    private void close(String id) {
        try {
            jdbi.useTransaction(handle -> MonthStore.holdToClose(handle, id).ifPresent(month -> close(handle, month)));
        } catch (RuntimeException e) {
            // The others must not wait for it; it is tried again behind them.
            LOG.errorf("Month %s cannot be closed now: %s", id, RedactedFailure.line(e));
            Instant now = clock.instant();
            jdbi.useTransaction(handle -> MonthStore.putOff(handle, id, now, now.plus(TRIED_AGAIN_AFTER)));
        }
    }

    private void close(Handle handle, Month month) {
        Instant now = clock.instant();
        String withholding = month.withholdingId();
        if (withholding == null) {
            throw new IllegalStateException("month " + month.id() + " is collected without a withholding");
        }
        Optional<ProblemType> objection = objection(handle, month, withholding);
        if (objection.isEmpty()) {
            MonthStore.move(handle, month.id(), Month.State.SENT, now);
            withholdings.send(handle, withholding, PartStates.mostHeld(handle, month.id()));
        } else {
            MonthStore.dissolve(handle, month.id(), now);
            withholdings.dissolve(handle, withholding);
            outcomes.returned(handle, Actor.gateway(), month.id(), objection.get(), now);
        }
    }

    /** Why the month is not sent; what was paid at counters goes back with all else then. */
    private Optional<ProblemType> objection(Handle handle, Month month, String withholding) {
        try {
            return surplus.lowered(handle, month, withholding).isComplete()
                    ? Optional.empty()
                    : Optional.of(ProblemType.MONTH_INCOMPLETE);
        } catch (ProblemException refused) {
            if (refused.type() == ProblemType.INSURANCE_NOT_APPLICABLE) {
                return Optional.of(refused.type());
            }
            // Nobody foresaw it: the month waits, and is counted among those that could not be closed.
            throw refused;
        }
    }
}
