package io.tongban.gateway.trust.risk;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.access.Operation;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses looks of whoever is stopped, and of what is. Effects are refused where they claim their keys: whoever repeats what
 * was accepted before the stop has its answer.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class StopFilter implements ContainerRequestFilter {
    private final CurrentVertxRequest request;
    private final Caller caller;
    private final Stops stops;

    @Inject
    public StopFilter(CurrentVertxRequest request, Caller caller, Stops stops) {
        this.request = request;
        this.caller = caller;
        this.stops = stops;
    }

    @Override
    public void filter(ContainerRequestContext ignored) {
        Operation.in(request.getCurrent())
                .filter(operation ->
                        !operation.isEffect() && !operation.scopes().isEmpty())
                .ifPresent(operation -> stops.check(Stops.targets(operation, caller.tenant())));
    }
}
