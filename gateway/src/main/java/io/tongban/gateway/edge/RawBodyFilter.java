package io.tongban.gateway.edge;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;

/** Gives the resource the very octets that were verified. */
@Provider
public class RawBodyFilter implements ContainerRequestFilter {
    private final CurrentVertxRequest current;

    @Inject
    public RawBodyFilter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ReceivedRequest.in(current.getCurrent())
                .ifPresent(received -> request.setEntityStream(new ByteArrayInputStream(received.body())));
    }
}
