package io.tongban.gateway.counter.operator;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.access.Operation;
import io.tongban.gateway.trust.idempotency.Objection;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What comes from a counter is checked against the register before anything is done or shown, and stands in the audit log
 * with its purpose: a look at a person as well as a deed.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 2)
public class CounterFilter implements ContainerRequestFilter {
    private static final String WORKER = "workerId";

    private final CurrentVertxRequest current;
    private final Visits visits;
    private final Caller caller;
    private final PersonalNumbers numbers;
    private final Jdbi jdbi;

    @Inject
    public CounterFilter(
            CurrentVertxRequest current, Visits visits, Caller caller, PersonalNumbers numbers, Jdbi jdbi) {
        this.current = current;
        this.visits = visits;
        this.caller = caller;
        this.numbers = numbers;
        this.jdbi = jdbi;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RoutingContext context = current.getCurrent();
        Operation operation =
                Operation.in(context).filter(each -> !each.scopes().isEmpty()).orElse(null);
        List<String> lines = ReceivedRequest.in(context)
                .map(received -> received.message().fields().values(VisitMapper.FIELD))
                .orElse(List.of());
        if (operation == null || lines.isEmpty()) {
            return;
        }
        CounterCheck.Said said = VisitMapper.fromWire(caller.tenant(), lines, numbers);
        String worker = request.getUriInfo().getPathParameters().getFirst(WORKER);
        try {
            jdbi.useTransaction(handle -> visits.enter(handle, said, operation.isEffect(), operation.id(), worker));
        } catch (ProblemException refused) {
            if (!operation.isEffect()) {
                throw refused;
            }
            // Whoever repeats a payment that was accepted before the counter closed must not be told that nothing was.
            Objection.raise(context, refused);
        }
    }
}
