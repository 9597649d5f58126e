package io.tongban.gateway.edge;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tongban.gateway.access.Admission;
import io.tongban.gateway.access.Tokens;
import io.tongban.gateway.problem.ProblemException;
import io.tongban.gateway.signature.ReceivedRequest;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;

/** The way in: raw bytes → token → admission → resource. Whatever fails on it is answered signed. */
@ApplicationScoped
class Entrance {
    /** After Quarkus' own handlers (100 and above), which prepare the token check, and before every resource. */
    private static final int PRIORITY = 10;

    private static final byte[] NO_BODY = {};

    private final PublicBaseUrls baseUrls;
    private final Tokens tokens;
    private final Admission admission;
    private final DirectAnswers answers;
    private final Serving serving;

    @Inject
    Entrance(PublicBaseUrls baseUrls, Tokens tokens, Admission admission, DirectAnswers answers, Serving serving) {
        this.baseUrls = baseUrls;
        this.tokens = tokens;
        this.admission = admission;
        this.answers = answers;
        this.serving = serving;
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
        if (!SignedPaths.isSigned(SignedPaths.of(context))) {
            context.next();
            return;
        }
        if (SignedPaths.isGuarded(SignedPaths.of(context)) && !serving.isServing()) {
            refuse(context, serving.refusal());
            return;
        }
        BodyReader.read(context.request())
                .onSuccess(body -> received(context, received(context.request(), body)))
                .onFailure(thrown -> refuse(context, thrown));
    }

    private void received(RoutingContext context, ReceivedRequest request) {
        request.keepIn(context);
        if (!SignedPaths.isGuarded(SignedPaths.of(context))) {
            welcome(context, request);
            return;
        }
        tokens.check(context, request)
                .subscribe()
                .with(identity -> admit(context, request, identity), thrown -> refuse(context, thrown));
    }

    /** Keys and catalogue are for everyone. */
    private void welcome(RoutingContext context, ReceivedRequest request) {
        try {
            TargetUri.check(request.target());
        } catch (ProblemException refused) {
            refuse(context, refused);
            return;
        }
        context.next();
    }

    /** On a worker thread: the partner register may have to be read, and a signature is worth some time. */
    private void admit(RoutingContext context, ReceivedRequest request, SecurityIdentity identity) {
        context.vertx()
                .executeBlocking(
                        () -> {
                            TargetUri.check(request.target());
                            admission.admit(context, request, identity);
                            return true;
                        },
                        false)
                .onSuccess(admitted -> context.next())
                .onFailure(thrown -> refuse(context, thrown));
    }

    private void failed(RoutingContext context) {
        if (!SignedPaths.isSigned(SignedPaths.of(context))) {
            context.next();
            return;
        }
        Throwable thrown = context.failure();
        refuse(context, thrown == null ? ofStatus(context.statusCode()) : thrown);
    }

    private void refuse(RoutingContext context, Throwable thrown) {
        ReceivedRequest request = ReceivedRequest.in(context).orElseGet(() -> received(context.request(), NO_BODY));
        answers.refuse(context, request, thrown);
    }

    private ReceivedRequest received(HttpServerRequest request, byte[] body) {
        MessageFields.Builder fields = MessageFields.builder();
        request.headers().forEach(field -> fields.add(field.getKey(), field.getValue()));
        String target = TargetUri.target(request.uri());
        RequestMessage message =
                new RequestMessage(request.method().name(), baseUrls.of(request).of(target), fields.build());
        return new ReceivedRequest(message, target, body);
    }

    private static RuntimeException ofStatus(int status) {
        return status >= 400 && status < 500
                ? new ClientErrorException(status)
                : new IllegalStateException("Failed with status " + status);
    }
}
