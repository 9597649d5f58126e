package io.tongban.gateway.edge.accesslog;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tongban.api.problem.Problem;
import io.tongban.gateway.edge.connection.ConnectionGuard;
import io.tongban.gateway.platform.principal.Principal;
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
    private static final String PROBLEM = ExchangeLog.class.getName();
    private static final String NONE = "none";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");
    /** Before all other handlers: what they refuse is to be seen, too. */
    private static final int FIRST = 100_000;

    private final RouteTemplates routes;
    private final AccessLog accesses;
    private final SecurityEvents events;
    private final PartnerRequests requests;
    private final CallerAddress callers;

    @Inject
    ExchangeLog(
            RouteTemplates routes,
            AccessLog accesses,
            SecurityEvents events,
            PartnerRequests requests,
            CallerAddress callers) {
        this.requests = requests;
        this.routes = routes;
        this.accesses = accesses;
        this.events = events;
        this.callers = callers;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::begins, FIRST);
    }

    /** Notes the problem that this exchange is answered with. */
    public static void answeredWith(RoutingContext context, Problem problem) {
        context.put(PROBLEM, problem);
    }

    private void begins(RoutingContext context) {
        long began = System.nanoTime();
        String trace = Span.current().getSpanContext().getTraceId();
        context.addEndHandler(end -> {
            Exchange exchange = exchange(context, began, trace);
            if (exchange.isServed()) {
                ConnectionGuard.served(context.request().connection());
            }
            accesses.write(exchange);
            events.seen(exchange);
            requests.seen(context, exchange, problem(context).orElse(null));
        });
        context.next();
    }

    private Exchange exchange(RoutingContext context, long began, String trace) {
        HttpServerRequest request = context.request();
        String method = request.method().name();
        Optional<Principal> who = Caller.principal(context);
        return new Exchange(
                METHODS.contains(method) ? method : "OTHER",
                routes.of(path(request)),
                context.response().headWritten() ? context.response().getStatusCode() : 0,
                problem(context).map(Problem::code).orElse(NONE),
                who.map(Principal::tenant).or(() -> Caller.named(context)).orElse(NONE),
                who.map(each -> each.kind().word()).orElse(Exchange.NOBODY),
                callers.of(request).getHostAddress(),
                trace,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                request.version() == HttpVersion.HTTP_2 ? overTls(request, "h2") : overTls(request, "http/1"),
                request.bytesRead(),
                context.response().bytesWritten());
    }

    private static Optional<Problem> problem(RoutingContext context) {
        return Optional.ofNullable(context.get(PROBLEM));
    }

    private static String path(HttpServerRequest request) {
        return Optional.ofNullable(request.path()).orElse("");
    }

    private static String overTls(HttpServerRequest request, String protocol) {
        return request.isSSL() ? protocol + "+tls" : protocol;
    }
}
