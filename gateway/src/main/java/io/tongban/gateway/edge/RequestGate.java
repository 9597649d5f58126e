package io.tongban.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tongban.gateway.edge.connection.ConnectionGuard;
import io.tongban.gateway.edge.scenario.Scenarios;
import io.tongban.gateway.trust.access.Admission;
import io.tongban.gateway.trust.access.CallerAddress;
import io.tongban.gateway.trust.access.Strangers;
import io.tongban.gateway.trust.access.TokenHolder;
import io.tongban.gateway.trust.access.Tokens;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;

/** The way in: token → raw bytes → admission → resource. Whatever fails on it is answered signed. */
@ApplicationScoped
class RequestGate {
    /** After Quarkus' own handlers (100 and above), which prepare the token check, and before every resource. */
    private static final int PRIORITY = 10;

    private static final byte[] NO_BODY = {};
    /** Whoever reads keys or catalogue sends nothing; all of these together count as one client. */
    private static final String NOBODY = "";

    private final PublicBaseUrls baseUrls;
    private final Tokens tokens;
    private final Strangers strangers;
    private final CallerAddress callers;
    private final Admission admission;
    private final ErrorResponses answers;
    private final Serving serving;
    private final Scenarios scenarios;
    private final BodyBudget bodies;
    private final Duration bodyDeadline;
    /** Half of the processors at most: the others are for partners, whoever reads what is open to everyone. */
    private final Turnstile openReads =
            new Turnstile(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    @Inject
    RequestGate(
            PublicBaseUrls baseUrls,
            Tokens tokens,
            Strangers strangers,
            CallerAddress callers,
            Admission admission,
            ErrorResponses answers,
            BodyBudget bodies,
            Serving serving,
            Scenarios scenarios,
            EdgeConfig config) {
        this.baseUrls = baseUrls;
        this.tokens = tokens;
        this.strangers = strangers;
        this.callers = callers;
        this.admission = admission;
        this.answers = answers;
        this.serving = serving;
        this.scenarios = scenarios;
        this.bodies = bodies;
        this.bodyDeadline = config.bodyDeadline();
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    /** What fails outside of every resource; the first failure handler that Vert.x finds. */
    void catchAll(@Observes Router router) {
        router.route()
                .order(Integer.MIN_VALUE)
                .handler(context -> Http2Request.replace(router, context))
                .failureHandler(this::failed);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() != HttpVersion.HTTP_2 && ConnectionGuard.wasToldToGo(request.connection())) {
            // It came behind one whose answer was the last: each would have to be written and signed for nobody.
            request.pause();
            return;
        }
        String path = SignedPaths.of(context);
        if (!SignedPaths.isSigned(path)) {
            context.next();
            return;
        }
        // Nothing of the body is taken before it is known that somebody may send one.
        context.request().pause();
        ReceivedRequest head = head(context.request());
        head.keepIn(context);
        if (!SignedPaths.isGuarded(path)) {
            welcome(context, head);
        } else if (!serving.isServing()) {
            refuse(context, serving.refusal());
        } else {
            tokens.check(context, head)
                    .subscribe()
                    .with(holder -> read(context, head, holder), thrown -> refuse(context, thrown));
        }
    }

    /** Keys and catalogue are for everyone, and need no body. */
    private void welcome(RoutingContext context, ReceivedRequest head) {
        attempt(context, () -> {
            strangers.read(callers.of(context.request()));
            TargetUri.check(head.target());
            BodyReader.read(context, bodies.of(NOBODY), 0, bodyDeadline)
                    .onSuccess(none -> openReads.enter(context, RoutingContext::next))
                    .onFailure(thrown -> refuse(context, thrown));
        });
    }

    private void read(RoutingContext context, ReceivedRequest head, TokenHolder holder) {
        attempt(context, () -> {
            admission.count(context, holder);
            BodyReader.read(context, bodies.of(holder.clientId()), BodyReader.MOST, bodyDeadline)
                    .onSuccess(body -> attempt(context, () -> received(context, head.withBody(body), holder)))
                    .onFailure(thrown -> refuse(context, thrown));
        });
    }

    private void received(RoutingContext context, ReceivedRequest request, TokenHolder holder) {
        request.keepIn(context);
        if (request.body().length > 0) {
            RequestBody.checkForm(context.request());
        }
        admit(context, request, holder);
    }

    /**
     * On a worker thread: the partner register may have to be read, and a signature is worth some time. The resource
     * follows in the same turn: it need not change threads again, for here it may block.
     */
    private void admit(RoutingContext context, ReceivedRequest request, TokenHolder holder) {
        context.vertx()
                .executeBlocking(
                        () -> {
                            requireServing();
                            TargetUri.check(request.target());
                            admission.admit(context, request, holder);
                            scenarios.play(context, request, holder.clientId());
                            context.next();
                            return true;
                        },
                        false)
                .onFailure(thrown -> refuse(context, thrown));
    }

    /** Once more: a body may take its time, and so may a thread. */
    private void requireServing() {
        if (!serving.isServing()) {
            throw serving.refusal();
        }
    }

    private void failed(RoutingContext context) {
        if (!SignedPaths.isSigned(SignedPaths.of(context))) {
            context.next();
            return;
        }
        Throwable thrown = context.failure();
        refuse(context, thrown == null || isRefusal(context.statusCode()) ? ofStatus(context.statusCode()) : thrown);
    }

    /** A step that fails ends the exchange, too, wherever it is called from. */
    private void attempt(RoutingContext context, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException thrown) {
            refuse(context, thrown);
        }
    }

    private void refuse(RoutingContext context, Throwable thrown) {
        ReceivedRequest request = ReceivedRequest.in(context).orElseGet(() -> head(context.request()));
        answers.refuse(context, request, thrown);
    }

    private ReceivedRequest head(HttpServerRequest request) {
        MessageFields.Builder fields = MessageFields.builder();
        request.headers().forEach(field -> fields.add(field.getKey(), field.getValue()));
        String target = TargetUri.target(request.uri());
        RequestMessage message =
                new RequestMessage(request.method().name(), baseUrls.of(request).of(target), fields.build());
        return new ReceivedRequest(message, target, NO_BODY);
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }

    private static RuntimeException ofStatus(int status) {
        return isRefusal(status)
                ? new ClientErrorException(status)
                : new IllegalStateException("Failed with status " + status);
    }
}
