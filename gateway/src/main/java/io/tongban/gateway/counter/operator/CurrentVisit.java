package io.tongban.gateway.counter.operator;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.risk.StopTarget;
import io.tongban.gateway.trust.risk.Stops;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The counter from which this request comes, once it was checked. */
@ApplicationScoped
public class CurrentVisit {
    private static final String KEY = Visit.class.getName();

    private final CurrentVertxRequest request;

    @Inject
    public CurrentVisit(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Empty for a request that comes from no counter. */
    public Optional<Visit> get() {
        return Optional.ofNullable(request.getCurrent().get(KEY));
    }

    /** From now on this request comes from there, and who serves there acts. */
    void enter(Visit visit, List<StopTarget> targets) {
        keep(request.getCurrent(), visit);
        Caller.becomes(request.getCurrent(), visit.by());
        Stops.keep(request.getCurrent(), targets);
    }

    static void keep(RoutingContext context, Visit visit) {
        context.put(KEY, visit);
    }
}
