package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.servicepoint.PointService;
import io.tongban.sdk.internal.call.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which service points; the five nearest that are open now, unless narrowed. */
public final class ServicePointQuery {
    private final String near;
    private final @Nullable PointService service;
    private final @Nullable Instant openAt;
    private final @Nullable Integer limit;

    private ServicePointQuery(
            String near, @Nullable PointService service, @Nullable Instant openAt, @Nullable Integer limit) {
        this.near = near;
        this.service = service;
        this.openAt = openAt;
        this.limit = limit;
    }

    /** From this place, in degrees (WGS 84). */
    public static ServicePointQuery near(double latitude, double longitude) {
        return new ServicePointQuery(String.format(Locale.ROOT, "%.5f,%.5f", latitude, longitude), null, null, null);
    }

    /** Only where this is done. */
    public ServicePointQuery offering(PointService wanted) {
        return new ServicePointQuery(near, Given.value(wanted, "wanted"), openAt, limit);
    }

    /** Only what is open then. */
    public ServicePointQuery openAt(Instant time) {
        return new ServicePointQuery(near, service, Given.value(time, "time"), limit);
    }

    /** At most so many, 1 to 50. */
    public ServicePointQuery atMost(int most) {
        return new ServicePointQuery(near, service, openAt, most);
    }

    String query() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("near", near);
        parameters.put("service", service == null ? null : service.name());
        parameters.put("openAt", openAt == null ? null : openAt.toString());
        parameters.put("limit", limit == null ? null : limit.toString());
        return Target.query(parameters);
    }
}
