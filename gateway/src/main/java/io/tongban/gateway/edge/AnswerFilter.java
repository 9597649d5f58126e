package io.tongban.gateway.edge;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.gateway.edge.scenario.Scenarios;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Signs the answer of every resource, and of every failure of one. Runs last: nobody changes the answer after it. */
@Provider
@Priority(Integer.MIN_VALUE)
public class AnswerFilter implements ContainerResponseFilter {
    private static final Annotation[] NONE = {};

    private final CurrentVertxRequest current;
    private final ResponseSigning signing;

    @Inject
    AnswerFilter(CurrentVertxRequest current, ResponseSigning signing) {
        this.current = current;
        this.signing = signing;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext context = current.getCurrent();
        if (Scenarios.lost(context)) {
            return;
        }
        ReceivedRequest.in(context)
                .map(received -> signing.seal(context, received, response.getStatus(), response.getEntity()))
                .ifPresent(answer -> replace(response, answer));
    }

    private static void replace(ContainerResponseContext response, SignedResponse answer) {
        response.setStatus(answer.status());
        if (answer.mediaType() == null) {
            response.setEntity(null);
        } else {
            response.setEntity(answer, NONE, MediaType.valueOf(answer.mediaType()));
        }
        answer.allFields().forEach((name, value) -> response.getHeaders().putSingle(name, value));
    }
}
