package io.tongban.gateway.trust.risk;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Operation;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the agency stopped, in this node's memory. It is read anew every second; a look at what is older than
 * {@link #TOO_OLD} reads by itself, with the connection that the request has. So nothing passes two seconds after a stop was
 * committed, at no node, also where the looks come late.
 */
@ApplicationScoped
public class Stops {
    static final Duration TOO_OLD = Duration.ofMillis(1_500);

    private static final String KEY = Stops.class.getName();

    private final Audit audit;
    private final Clock clock;
    private final Jdbi jdbi;
    private volatile @Nullable Reading last;

    /** @param nanos {@link System#nanoTime} before it was read */
    private record Reading(Set<StopTarget> inForce, long nanos) {
        boolean isTooOld() {
            return System.nanoTime() - nanos > TOO_OLD.toNanos();
        }
    }

    @Inject
    public Stops(Audit audit, Jdbi jdbi, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    @Scheduled(identity = "stops", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        jdbi.useHandle(this::read);
    }

    private Reading read(Handle handle) {
        long before = System.nanoTime();
        Reading reading = new Reading(StopStore.inForce(handle), before);
        last = reading;
        return reading;
    }

    /** @throws ProblemException stopped, if any of these is */
    public void check(Handle handle, Collection<StopTarget> targets) {
        refuse(current(handle), targets);
    }

    /**
     * The one way of every effect: none of these is stopped before it, nor after it, just before it is committed, since it
     * may have waited for others meanwhile.
     *
     * @param targets asked for each time, for the effect itself may name its counter; seldom, since mostly nothing is
     *     stopped
     * @throws ProblemException stopped, or what the effect throws
     */
    public <T extends @Nullable Object> T around(
            Handle handle, Supplier<? extends Collection<StopTarget>> targets, Supplier<T> effect) {
        require(handle, targets);
        T made = effect.get();
        require(handle, targets);
        return made;
    }

    private void require(Handle handle, Supplier<? extends Collection<StopTarget>> targets) {
        Reading known = current(handle);
        if (!known.inForce().isEmpty()) {
            refuse(known, targets.get());
        }
    }

    private Reading current(Handle handle) {
        Reading known = last;
        return known == null || known.isTooOld() ? read(handle) : known;
    }

    /**
     * As {@link #check(Handle, Collection)}, for a request that has no connection yet.
     *
     * @throws ProblemException stopped, if any of these is
     */
    void check(Collection<StopTarget> targets) {
        if (targets.isEmpty()) {
            return;
        }
        Reading known = last;
        refuse(known == null || known.isTooOld() ? jdbi.withHandle(this::read) : known, targets);
    }

    private static void refuse(Reading reading, Collection<StopTarget> targets) {
        for (StopTarget target : targets) {
            if (reading.inForce().contains(target)) {
                throw new ProblemException(ProblemType.STOPPED, target.kind().name() + " " + target.subject());
            }
        }
    }

    /** Who asks, and for what; nothing for the agency, which must be able to let go again. */
    public static List<StopTarget> targets(Operation operation, String tenant) {
        return operation.scopes().contains(Scopes.AGENCY_ADMIN)
                ? List.of()
                : List.of(StopTarget.partner(tenant), StopTarget.operation(operation.id()));
    }

    /** Where a request stands, beside who sent it: looked at again before its effect is committed. */
    public static void keep(RoutingContext context, Collection<StopTarget> targets) {
        context.put(KEY, List.copyOf(targets));
    }

    /** Empty for a request that comes from no counter. */
    public static List<StopTarget> kept(RoutingContext context) {
        List<StopTarget> targets = context.get(KEY);
        return targets == null ? List.of() : targets;
    }

    public PlacedStop place(Handle handle, StopTarget target, String reason, Principal officer) {
        Instant now = clock.instant();
        PlacedStop asked = new PlacedStop(Ids.next("stp_"), target, reason, now, officer.id(), null, null);
        PlacedStop stop = StopStore.place(handle, asked);
        if (stop.id().equals(asked.id())) {
            tell(handle, "stop.placed", officer, stop);
        }
        return stop;
    }

    /** @throws ProblemException stop-not-found */
    public PlacedStop release(Handle handle, String id, Principal officer) {
        Instant now = clock.instant();
        PlacedStop stop = StopStore.release(handle, id, officer.id(), now)
                .orElseThrow(() -> new ProblemException(ProblemType.STOP_NOT_FOUND));
        if (now.equals(stop.releasedAt())) {
            tell(handle, "stop.released", officer, stop);
        }
        return stop;
    }

    public List<PlacedStop> list(Handle handle) {
        return StopStore.list(handle);
    }

    private void tell(Handle handle, String action, Principal officer, PlacedStop stop) {
        audit.append(
                handle,
                new AuditEntry(
                        officer,
                        stop.target().owner(),
                        action,
                        stop.id(),
                        Map.of(
                                "kind", stop.target().kind().name(),
                                "partner", stop.target().partner(),
                                "subject", stop.target().subject(),
                                "reason", stop.reason())));
    }
}
