package io.tongban.gateway.edge;

import io.tongban.gateway.problem.Diagnosis;
import io.tongban.gateway.problem.ProblemDocuments;
import io.tongban.gateway.problem.ProblemException;
import io.tongban.gateway.signature.ReceivedRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers problems of requests that never reach a resource. */
@ApplicationScoped
class DirectAnswers {
    private final Sealing sealing;

    @Inject
    DirectAnswers(Sealing sealing) {
        this.sealing = sealing;
    }

    void refuse(RoutingContext context, ReceivedRequest request, Throwable thrown) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        ProblemException problem = Diagnosis.of(thrown);
        SealedAnswer answer = sealing.seal(context, request, problem.type().status(), ProblemDocuments.of(problem));
        response.setStatusCode(answer.status());
        answer.allFields().forEach(response::putHeader);
        String retryAfter = ProblemDocuments.retryAfter(problem);
        if (retryAfter != null) {
            response.putHeader("Retry-After", retryAfter);
        }
        response.end(Buffer.buffer(answer.body()));
    }
}
