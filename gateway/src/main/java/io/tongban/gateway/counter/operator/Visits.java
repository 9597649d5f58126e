package io.tongban.gateway.counter.operator;

import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.counter.point.ServicePoints;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.ClockConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lets a visit in once it was checked, and writes it into the audit log with its purpose. */
@ApplicationScoped
public class Visits {
    private final CounterCheck check;
    private final CurrentVisit current;
    private final ServicePoints points;
    private final OperatorService operators;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public Visits(
            CounterCheck check,
            CurrentVisit current,
            ServicePoints points,
            OperatorService operators,
            Audit audit,
            Clock clock) {
        this.check = check;
        this.current = current;
        this.points = points;
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where an operator may stand. */
    public record Place(Point point, boolean isOpen) {}

    /** Those that are open first, then by reference. */
    public List<Place> places(Handle handle, String clientId, String staffNumber) {
        Set<String> theirs = operators.serving(handle, clientId, staffNumber).points();
        ZonedDateTime now = clock.instant().atZone(ClockConfig.ZONE);
        return points.of(clientId, theirs).stream()
                .map(point -> new Place(point, point.hours().isOpen(now)))
                .sorted(Comparator.comparing((Place place) -> !place.isOpen())
                        .thenComparing(place -> place.point().reference()))
                .toList();
    }

    /**
     * Checks and logs the visit; what is done for the rest of this request is done from there.
     *
     * @param operation what is asked for
     * @param worker whom it is about, where that is known
     * @throws io.tongban.gateway.platform.problem.ProblemException with the one thing that stands against it
     */
    public Visit enter(
            Handle handle, CounterCheck.Said said, boolean isEffect, String operation, @Nullable String worker) {
        Visit visit = check.check(handle, said, isEffect);
        audit.append(
                handle,
                AuditEntry.of(
                        visit.by(),
                        isEffect ? "counter.asked" : "counter.looked",
                        worker == null ? visit.point().id() : worker,
                        Map.of(
                                "operation", operation,
                                "point", visit.point().id(),
                                "operator", visit.operator(),
                                "session", visit.session(),
                                "purpose", visit.purpose().name(),
                                "identified", visit.identified())));
        current.enter(visit, check.targets(visit));
        return visit;
    }
}
