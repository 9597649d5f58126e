package io.tongban.gateway.delivery.province;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.scheduler.Scheduled;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the agency lets pass to each province. A change is in force at once at the node that made it and within a second
 * at every other.
 */
@ApplicationScoped
public class ProvinceControls {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration TOO_OLD = Duration.ofSeconds(10);
    /** Draining takes minutes or hours; who asks oftener learns nothing. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private static final String ALL = "all";

    private final ProvinceLink link;
    private final Audit audit;
    private final Clock clock;
    private final LoadingCache<String, Reading> states;
    private final Jdbi jdbi;

    /** @param nanos {@link System#nanoTime} before it was read */
    private record Reading(Map<ProvinceCode, OperatorState> states, long nanos) {
        boolean isTooOld() {
            return System.nanoTime() - nanos > TOO_OLD.toNanos();
        }
    }

    @Inject
    public ProvinceControls(ProvinceLink link, Audit audit, Jdbi jdbi, Clock clock) {
        this.link = link;
        this.audit = audit;
        this.clock = clock;
        this.jdbi = jdbi;
        this.states = Caffeine.newBuilder()
                // Read again in the background alone: a request that holds a connection must not wait for a second one,
                // least of all when all come at once, after the database was away.
                .refreshAfterWrite(FRESH.dividedBy(2))
                .build(all -> read(jdbi));
    }

    private static Reading read(Jdbi jdbi) {
        long before = System.nanoTime();
        return new Reading(jdbi.withHandle(ProvinceControlStore::states), before);
    }

    /** So that what is known stays fresh where nobody asks. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        states.refresh(ALL);
    }

    /**
     * RUNNING unless the agency said otherwise.
     *
     * @throws ProblemException unavailable if it could not be read for ten seconds: the agency may have said so since
     */
    public OperatorState state(ProvinceCode province) {
        Reading reading = states.get(ALL);
        if (reading.isTooOld()) {
            reading = readAnew();
        }
        return reading.states().getOrDefault(province, OperatorState.RUNNING);
    }

    /** All who ask meanwhile share the one reading, and its failure. */
    private Reading readAnew() {
        try {
            return states.refresh(ALL).join();
        } catch (CompletionException away) {
            throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(FRESH);
        }
    }

    /**
     * Lets a new withholding or registration pass, or not.
     *
     * @param pointer where the request names the province, for the problem
     * @throws ProblemException province-draining
     */
    public void admit(ProvinceCode province, @Nullable String pointer) {
        if (state(province) == OperatorState.DRAINING) {
            throw new ProblemException(ProblemType.PROVINCE_DRAINING, null, pointer).retryAfter(LOOK_AGAIN);
        }
    }

    /**
     * Changes the state in the caller's transaction, with its audit entry; call {@link #changed} after the commit.
     *
     * @param officer who decided it
     * @throws ProblemException not-found without a profile of the province
     */
    public Control change(Handle handle, ProvinceCode province, OperatorState state, String reason, Principal officer) {
        if (link.facts(province).isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        Control control = ProvinceControlStore.put(handle, province, state, reason, clock.instant(), officer.id());
        audit.append(
                handle,
                new AuditEntry(
                        officer,
                        AuditEntry.NOBODYS,
                        "province.state-changed",
                        province.value(),
                        Map.of("state", state.name(), "reason", reason)));
        return control;
    }

    /** Lets this node see what was committed. Leaves no moment without a reading, in which requests would wait for one. */
    public void changed() {
        states.put(ALL, read(jdbi));
    }
}
