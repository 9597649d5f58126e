package io.tongban.gateway.counter.point;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.servicepoint.PointService;
import io.tongban.api.servicepoint.ServicePointApi;
import io.tongban.api.servicepoint.ServicePointList;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The nearest open points over HTTP. */
@ApplicationScoped
public class ServicePointResource implements ServicePointApi {
    private static final int USUAL = 5;

    private final ServicePoints points;
    private final Clock clock;

    @Inject
    public ServicePointResource(ServicePoints points, Clock clock) {
        this.points = points;
        this.clock = clock;
    }

    @Override
    public ServicePointList findServicePoints(
            String near, @Nullable PointService service, @Nullable String openAt, @Nullable Integer limit) {
        Position place = Position.read(near)
                .orElseThrow(() -> new ProblemException(ProblemType.PARAMETER_INVALID).inParameter("near"));
        return new ServicePointList(points
                .nearest(
                        place,
                        service == null ? null : Point.Service.valueOf(service.name()),
                        instant(openAt).atZone(ClockConfig.ZONE),
                        limit == null ? USUAL : limit)
                .stream()
                .map(PointMapper::toWire)
                .toList());
    }

    private Instant instant(@Nullable String text) {
        try {
            return text == null ? clock.instant() : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notInTheCalendar) {
            throw new ProblemException(ProblemType.DATE_INVALID).inParameter("openAt");
        }
    }
}
