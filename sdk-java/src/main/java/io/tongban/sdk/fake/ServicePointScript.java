package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.internal.Given;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.servicepoint.ServicePoint;
import io.tongban.api.servicepoint.ServicePointList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which service points there are. The fake takes them all for open, and the test says how far each of them is. */
public final class ServicePointScript {
    private static final int USUAL = 5;

    private final List<ServicePoint> points = new ArrayList<>();
    private final FakeClock clock;

    ServicePointScript(FakeClock clock) {
        this.clock = clock;
    }

    /** There is this one, too. */
    public void add(ServicePoint point) {
        synchronized (clock) {
            points.add(Given.value(point, "point"));
        }
    }

    List<Route> routes() {
        return List.of(Route.read("/v1/service-points", Scopes.STATUS_READ, this::find));
    }

    private ServicePointList find(Request request) {
        if (request.query("near").isEmpty()) {
            throw Refused.in(ProblemType.PARAMETER_INVALID, "near");
        }
        return new ServicePointList(points.stream()
                .filter(point -> request.query("service")
                        .map(wanted -> point.services().stream()
                                .anyMatch(each -> each.name().equals(wanted)))
                        .orElse(true))
                .sorted(Comparator.comparingLong(ServicePoint::distanceMetres))
                .limit(request.query("limit").map(Integer::parseInt).orElse(USUAL))
                .toList());
    }
}
