package io.tongban.gateway.counter.operator;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.counter.point.ServicePoints;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.risk.StopTarget;
import io.tongban.gateway.trust.risk.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether this operator may serve now, there, for that. Points are asked of memory, the operator of the database. */
@ApplicationScoped
public class CounterCheck {
    /** Bank, province, city, county, branch, counter, and some. */
    private static final int MOST_LEVELS = 8;

    private final ServicePoints points;
    private final Stops stops;
    private final Clock clock;

    @Inject
    public CounterCheck(ServicePoints points, Stops stops, Clock clock) {
        this.points = points;
        this.stops = stops;
        this.clock = clock;
    }

    /** As the bank names them. */
    public record Said(Principal.Operator by, String point, String session, Point.Service purpose, String identified) {
        String clientId() {
            return by.tenant();
        }

        public String operator() {
            return by.staffNumber();
        }
    }

    /** @throws ProblemException with the one thing that stands against it, the place before the person */
    Visit check(Handle handle, Said said, boolean isEffect) {
        Point point = points.find(said.clientId(), said.point())
                .orElseThrow(() -> new ProblemException(ProblemType.SERVICE_POINT_UNKNOWN));
        stops.check(handle, targets(said.clientId(), point, said.operator()));
        requireOpen(said.clientId(), point);
        require(
                point.hours().isOpen(clock.instant().atZone(ClockConfig.ZONE)),
                ProblemType.SERVICE_POINT_OUTSIDE_HOURS);
        require(point.services().contains(said.purpose()), ProblemType.SERVICE_NOT_OFFERED_THERE);
        BankOperator operator = OperatorStore.find(handle, said.clientId(), said.operator())
                .orElseThrow(() -> new ProblemException(ProblemType.OPERATOR_UNKNOWN));
        require(operator.state() == BankOperator.State.ACTIVE, ProblemType.OPERATOR_SUSPENDED);
        require(operator.standsAt(point), ProblemType.OPERATOR_NOT_AT_POINT);
        require(!isEffect || operator.role() != BankOperator.Role.AUDITOR, ProblemType.OPERATOR_ROLE);
        return new Visit(said.by(), point, said.session(), said.purpose(), said.identified());
    }

    /** What stops this visit where the agency stops it. */
    List<StopTarget> targets(Visit visit) {
        return targets(visit.clientId(), visit.point(), visit.operator());
    }

    private List<StopTarget> targets(String clientId, Point point, String operator) {
        List<StopTarget> targets = new ArrayList<>();
        targets.add(StopTarget.operator(clientId, operator));
        around(clientId, point).forEach(each -> targets.add(StopTarget.point(clientId, each.reference())));
        return targets;
    }

    /** A branch that is closed closes all that stands in it. */
    private void requireOpen(String clientId, Point point) {
        around(clientId, point)
                .forEach(each -> require(each.state() == Point.State.ACTIVE, ProblemType.SERVICE_POINT_CLOSED));
    }

    /** The point and the branches that it stands in. The levels are counted, for two branches may name each other. */
    private List<Point> around(String clientId, Point point) {
        List<Point> levels = new ArrayList<>();
        Point at = point;
        while (at != null && levels.size() < MOST_LEVELS) {
            levels.add(at);
            String parent = at.parent();
            at = parent == null ? null : points.find(clientId, parent).orElse(null);
        }
        return levels;
    }

    private static void require(boolean right, ProblemType otherwise) {
        if (!right) {
            throw new ProblemException(otherwise);
        }
    }
}
