package io.tongban.gateway.console;

import io.quarkus.security.Authenticated;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.operator.Visits;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.counter.point.ServicePoints;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where somebody can go who cannot be served here: the nearest points that are open now, of whichever bank or agency. */
@RequestScoped
@Authenticated
@Path(CounterLogins.BASE + "/points")
@Produces(Pages.HTML)
public class PointsPage {
    private static final int MOST = 10;

    private final Tellers tellers;
    private final Visits visits;
    private final ServicePoints points;
    private final Asked asked;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public PointsPage(Tellers tellers, Visits visits, ServicePoints points, Asked asked, Jdbi jdbi, Clock clock) {
        this.tellers = tellers;
        this.visits = visits;
        this.points = points;
        this.asked = asked;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @GET
    public Response points(@QueryParam("near") @Nullable String near, @QueryParam("service") @Nullable String service) {
        return asked.answer(() -> {
            Teller teller = tellers.current(PageOperation.FIND_POINT);
            List<Visits.Place> own =
                    jdbi.withHandle(handle -> visits.places(handle, teller.tenant(), teller.staffNumber()));
            Point.Service wanted = service(service == null ? "PAY" : service);
            return Pages.answer(200, Templates.points(view(teller, own, near, wanted)))
                    .build();
        });
    }

    private PointsView view(Teller teller, List<Visits.Place> own, @Nullable String near, Point.Service wanted) {
        List<PointsView.Near> found = own.stream()
                .map(Visits.Place::point)
                .filter(point -> point.reference().equals(near))
                .findFirst()
                .map(point ->
                        points.nearest(point.position(), wanted, clock.instant().atZone(ClockConfig.ZONE), MOST))
                .orElse(List.of())
                .stream()
                .map(PointsView.Near::of)
                .toList();
        return new PointsView(
                Desk.Who.of(teller),
                own.stream()
                        .map(place -> new Desk.Place(
                                place.point().reference(), place.point().name(), place.isOpen()))
                        .toList(),
                near == null ? "" : near,
                Arrays.stream(Point.Service.values())
                        .map(each -> new PointsView.Choice(each.name(), Words.service(each), each == wanted))
                        .toList(),
                near != null,
                found);
    }

    private static Point.Service service(String word) {
        return Arrays.stream(Point.Service.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.PARAMETER_INVALID));
    }
}
