package io.tongban.gateway.trust.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Once it is known which operation is meant: does the token reach as far, and does the realm let this agency in? */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ScopeFilter implements ContainerRequestFilter {
    private final Map<Method, Optional<Operation>> operations = new ConcurrentHashMap<>();
    private final CurrentVertxRequest request;
    private final AgencyPolicy agency;
    private final ResourceInfo resource;

    @Inject
    public ScopeFilter(CurrentVertxRequest request, AgencyPolicy agency, @Context ResourceInfo resource) {
        this.request = request;
        this.agency = agency;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext ignored) {
        RoutingContext context = request.getCurrent();
        operations
                .computeIfAbsent(resource.getResourceMethod(), Operation::of)
                .ifPresent(operation -> check(context, operation));
    }

    private void check(RoutingContext context, Operation operation) {
        operation.keepIn(context);
        if (operation.scopes().isEmpty()) {
            return;
        }
        Admitted admitted = Admitted.of(context);
        if (!admitted.scopes().containsAll(operation.scopes())) {
            String needed = operation.scopes().stream().sorted().collect(Collectors.joining(" "));
            throw new ProblemException(ProblemType.SCOPE_MISSING, "The operation needs " + needed).needing(needed);
        }
        if (operation.scopes().contains(Scopes.AGENCY_ADMIN)) {
            agency.check(context);
        }
    }
}
