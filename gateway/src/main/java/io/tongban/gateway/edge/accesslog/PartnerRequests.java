package io.tongban.gateway.edge.accesslog;

import io.tongban.api.problem.Problem;
import io.tongban.gateway.edge.scenario.ScenarioConfig;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.requestlog.RequestLine;
import io.tongban.gateway.trust.requestlog.RequestLog;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands each exchange of a partner, known by its token, to the log that this partner can read. */
@ApplicationScoped
class PartnerRequests {
    private static final String OWN_ROUTE = "/v1/request-log";

    private final RequestLog log;
    private final PersonalNumbers numbers;
    private final Clock clock;
    /** Certification looks at them, in a sandbox alone. */
    private final boolean marks;

    PartnerRequests(RequestLog log, PersonalNumbers numbers, ScenarioConfig scenarios, Clock clock) {
        this.log = log;
        this.numbers = numbers;
        this.clock = clock;
        this.marks = scenarios.enabled();
    }

    void seen(RoutingContext context, Exchange exchange, @Nullable Problem problem) {
        boolean lookedHere = exchange.route().startsWith(OWN_ROUTE) && problem == null;
        // Pages are no requests of a program, whose engineers read this.
        boolean isOfProgram = Caller.named(context).isPresent();
        if (!isOfProgram || lookedHere) {
            return;
        }
        Instant began = clock.instant().minusMillis(exchange.millis());
        log.offer(new RequestLine(
                Ids.next("req_"),
                exchange.partner(),
                began,
                exchange.method(),
                exchange.route(),
                RequestSubject.of(
                                context,
                                Optional.ofNullable(context.request().path()).orElse(""),
                                numbers)
                        .orElse(null),
                exchange.status(),
                problem == null ? null : problem.code(),
                exchange.trace(),
                exchange.millis(),
                marks ? RequestMarks.of(context) : null,
                problem == null ? null : note(context, problem)));
    }

    private RequestLine.Note note(RoutingContext context, Problem problem) {
        Optional<String> base = RefusedSignature.isOne(problem.code())
                ? ReceivedRequest.in(context).flatMap(request -> RefusedSignature.base(request, numbers))
                : Optional.empty();
        return new RequestLine.Note(problem.detail(), problem.pointer(), problem.parameter(), base.orElse(null));
    }
}
