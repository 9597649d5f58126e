package io.tongban.gateway.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.tongban.gateway.platform.problem.RedactedFailure;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of one row. Whatever happens in it stays in it: the row is done, put off, or left to its lease. */
final class RowWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RowWorker.class);

    private final Jdbi jdbi;
    private final LeaseStore leases = new LeaseStore();
    private final Tracer tracer;
    private final Queue<Owed> owed = new ConcurrentLinkedQueue<>();

    RowWorker(Jdbi jdbi, Tracer tracer) {
        this.jdbi = jdbi;
        this.tracer = tracer;
    }

    void work(OutboxHandler handler, Lease lease, Function<Lease, Next> work) {
        Span span = Traces.start(tracer, lease);
        try (Scope scope = span.makeCurrent()) {
            if (next(handler, lease, work, span) instanceof Next.Again again) {
                putOff(lease, again);
            }
        } finally {
            span.end();
        }
    }

    private Next next(OutboxHandler handler, Lease lease, Function<Lease, Next> work, Span span) {
        try {
            return work.apply(lease);
        } catch (LeaseLostException e) {
            LOG.info("Outbox row {} ({}) was taken over by another worker", lease.id(), lease.kind());
            return new Next.Done();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String failure = RedactedFailure.line(e);
            span.setStatus(StatusCode.ERROR, failure);
            LOG.warn(
                    "Outbox row {} ({} of {}) failed on try {}: {}",
                    lease.id(),
                    lease.kind(),
                    lease.subjectId(),
                    lease.attempt(),
                    failure);
            return handler.pauseAfter(lease);
        }
    }

    void putOff(Lease lease, Next.Again again) {
        putOff(new Owed(lease, again, false));
    }

    /** As {@link #putOff}, a row that nobody has begun to work on. */
    void putOffUnsent(Lease lease, Next.Again again) {
        putOff(new Owed(lease, again, true));
    }

    /** As {@link #putOffUnsent}, but at the next look, and due at once; without effect on rows that are not so leased. */
    void oweUnsent(List<Lease> leases) {
        leases.forEach(lease -> owed.add(new Owed(lease, new Next.Again(Duration.ZERO), true)));
    }

    private void putOff(Owed row) {
        try {
            release(row);
        } catch (RuntimeException e) {
            LOG.warn("Outbox row {} cannot be rescheduled now: {}", row.lease().id(), RedactedFailure.line(e));
            owed.add(row);
        }
    }

    /**
     * Puts off what could not be before, so that a database that was away for a moment does not cost the rest of each
     * lease. Fails, and keeps the rest, while it is away still.
     */
    void putOffOwed() {
        for (Owed one = owed.peek(); one != null; one = owed.peek()) {
            release(one);
            owed.remove(one);
        }
    }

    private void release(Owed row) {
        jdbi.useTransaction(handle -> {
            if (row.unsent()) {
                leases.releaseUnsent(handle, row.lease(), row.again());
            } else {
                leases.release(handle, row.lease(), row.again(), false);
            }
        });
    }

    /** Of work or of a failed lease: for each place few, for nothing is leased while the database is away. */
    private record Owed(Lease lease, Next.Again again, boolean unsent) {}
}
