package io.tongban.gateway.edge.accesslog;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.access.CallerAddress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Sees every exchange from its head to the last octet of its answer. */
@ApplicationScoped
public class ExchangeLog {
    private static final String CODE = ExchangeLog.class.getName();
    private static final String NONE = "none";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");
    /** Before all other handlers: what they refuse is to be seen, too. */
    private static final int FIRST = 100_000;

    private final RouteTemplates routes;
    private final AccessLog accesses;
    private final SecurityEvents events;
    private final CallerAddress callers;

    @Inject
    ExchangeLog(RouteTemplates routes, AccessLog accesses, SecurityEvents events, CallerAddress callers) {
        this.routes = routes;
        this.accesses = accesses;
        this.events = events;
        this.callers = callers;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::begins, FIRST);
    }

    /** Notes the problem that this exchange is answered with. */
    public static void answeredWith(RoutingContext context, String code) {
        context.put(CODE, code);
    }

    private void begins(RoutingContext context) {
        long began = System.nanoTime();
        String trace = Span.current().getSpanContext().getTraceId();
        context.addEndHandler(end -> {
            Exchange exchange = exchange(context, began, trace);
            accesses.write(exchange);
            events.seen(exchange);
        });
        context.next();
    }

    private Exchange exchange(RoutingContext context, long began, String trace) {
        HttpServerRequest request = context.request();
        String method = request.method().name();
        return new Exchange(
                METHODS.contains(method) ? method : "OTHER",
                routes.of(path(request)),
                context.response().headWritten() ? context.response().getStatusCode() : 0,
                Optional.<String>ofNullable(context.get(CODE)).orElse(NONE),
                Caller.named(context).orElse(NONE),
                Caller.clientId(context).isPresent(),
                callers.of(request).getHostAddress(),
                trace,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                request.version() == HttpVersion.HTTP_2 ? overTls(request, "h2") : overTls(request, "http/1"),
                request.bytesRead(),
                context.response().bytesWritten());
    }

    private static String path(HttpServerRequest request) {
        return Optional.ofNullable(request.path()).orElse("");
    }

    private static String overTls(HttpServerRequest request, String protocol) {
        return request.isSSL() ? protocol + "+tls" : protocol;
    }
}
