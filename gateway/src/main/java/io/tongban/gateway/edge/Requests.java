package io.tongban.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.access.Operation;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts requests by partner, operation and status class. */
@ApplicationScoped
class Requests {
    private final MeterRegistry meters;

    @Inject
    Requests(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(RoutingContext context, int status) {
        meters.counter(
                        "tongban_requests",
                        "partner",
                        Caller.principal(context).map(Principal::tenant).orElse("none"),
                        "operation",
                        Operation.in(context).map(Operation::id).orElse("none"),
                        "status",
                        status / 100 + "xx")
                .increment();
    }
}
