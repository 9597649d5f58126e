package io.tongban.gateway.edge;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Operation;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Path and query are what the operation's contract says: JAX-RS leaves out what it does not know, takes the first of
 * two, and reads an empty value as none, so that a filter which was misspelt would answer the whole list.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class ParameterFilter implements ContainerRequestFilter {
    private final Map<Method, Optional<List<ParameterRule>>> operations = new ConcurrentHashMap<>();
    private final CurrentVertxRequest current;
    private final FreeText freeText;
    private final ResourceInfo resource;

    @Inject
    public ParameterFilter(CurrentVertxRequest current, FreeText freeText, @Context ResourceInfo resource) {
        this.current = current;
        this.freeText = freeText;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<List<ParameterRule>> rules =
                operations.computeIfAbsent(resource.getResourceMethod(), ParameterFilter::rulesOf);
        Optional<ReceivedRequest> received = ReceivedRequest.in(current.getCurrent());
        if (rules.isPresent() && received.isPresent()) {
            checkPath(rules.get(), received.get().target(), request);
            checkQuery(rules.get(), QueryText.of(received.get().target()));
        }
    }

    private static Optional<List<ParameterRule>> rulesOf(Method method) {
        return Operation.declared(method)
                .map(declared -> Arrays.stream(declared.getParameters())
                        .flatMap(parameter -> ParameterRule.of(parameter).stream())
                        .toList());
    }

    private static void checkPath(List<ParameterRule> rules, String target, ContainerRequestContext request) {
        if (target.split("\\?", 2)[0].indexOf(';') >= 0) {
            throw new ProblemException(ProblemType.PARAMETER_UNKNOWN, "No path of this API has matrix parameters");
        }
        Map<String, List<String>> path = request.getUriInfo().getPathParameters(true);
        rules.stream()
                .filter(rule -> !rule.inQuery())
                .filter(rule ->
                        !path.getOrDefault(rule.name(), List.of()).stream().allMatch(rule.allows()))
                .findFirst()
                .ifPresent(rule -> {
                    throw new ProblemException(ProblemType.PARAMETER_INVALID, rule.form()).inParameter(rule.name());
                });
    }

    private void checkQuery(List<ParameterRule> rules, Map<String, String> query) {
        query.forEach((name, value) -> {
            ParameterRule rule = rules.stream()
                    .filter(each -> each.inQuery() && each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> QueryText.named(new ProblemException(ProblemType.PARAMETER_UNKNOWN), name));
            // A personal number first: that it stands in a log by now is worse than that it has the wrong form.
            freeText.checkParameter(name, value);
            if (!rule.allows().test(value)) {
                throw new ProblemException(ProblemType.PARAMETER_INVALID, rule.form()).inParameter(name);
            }
        });
        rules.stream()
                .filter(rule -> rule.inQuery() && rule.required() && !query.containsKey(rule.name()))
                .findFirst()
                .ifPresent(rule -> {
                    throw new ProblemException(ProblemType.PARAMETER_INVALID, "It has to be there")
                            .inParameter(rule.name());
                });
    }
}
