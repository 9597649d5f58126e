package io.tongban.gateway.edge;

import io.tongban.gateway.edge.connection.ConnectionGuard;
import io.tongban.gateway.platform.problem.Diagnosis;
import io.tongban.gateway.platform.problem.ProblemDocuments;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.ProblemFields;
import io.tongban.gateway.trust.access.TokenBucket;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Answers problems of requests that never reach a resource, and sees that their senders come to an end. */
@ApplicationScoped
class ErrorResponses {
    /** Longer than an effect may wait for its outcome. */
    private static final long FAREWELL_MILLIS = 15_000;

    /** Of refused bodies, over all connections; each is as much as a socket gives at a time, 64 KiB at most. */
    private static final int PIECES_A_SECOND = 1_000;

    private final ResponseSigning signing;
    private final TokenBucket discarded = new TokenBucket(PIECES_A_SECOND, Duration.ofSeconds(1), System::nanoTime);

    @Inject
    ErrorResponses(ResponseSigning signing) {
        this.signing = signing;
    }

    void refuse(RoutingContext context, ReceivedRequest received, Throwable thrown) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        ProblemException problem = Diagnosis.of(thrown);
        if (problem.isFarewell() && ConnectionGuard.wasToldToGo(request.connection())) {
            // It came with the one that was answered so; another answer would have to be written and signed for nobody.
            response.reset(Http2Request.REFUSED_STREAM);
            return;
        }
        SignedResponse answer = signing.seal(context, received, problem.type().status(), ProblemDocuments.of(problem));
        response.setStatusCode(answer.status());
        answer.allFields().forEach(response::putHeader);
        ProblemFields.of(problem).forEach(response::putHeader);
        boolean last = problem.isFarewell() || (!request.isEnded() && RequestBody.mayBeLong(request));
        if (last && request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            ConnectionGuard.closing(request.connection());
        }
        if (!request.isEnded()) {
            ConnectionGuard.hold(request.connection());
        }
        response.end(Buffer.buffer(answer.body()))
                .onComplete(written -> Discard.rest(context.vertx(), request, last, discarded));
        if (problem.isFarewell() && request.version() == HttpVersion.HTTP_2) {
            // GOAWAY: what was begun ends, and nothing more begins here, also of what has come already.
            if (ConnectionGuard.leave(request.connection())) {
                request.connection().shutdown(FAREWELL_MILLIS);
            }
        }
    }
}
