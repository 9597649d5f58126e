package io.tongban.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.Headers;
import io.tongban.api.problem.Problem;
import io.tongban.api.problem.ProblemCatalogue;
import io.tongban.gateway.edge.accesslog.ExchangeLog;
import io.tongban.gateway.edge.scenario.Scenarios;
import io.tongban.gateway.platform.problem.ProblemDocuments;
import io.tongban.gateway.trust.access.Rate;
import io.tongban.gateway.trust.idempotency.StoredAnswer;
import io.tongban.gateway.trust.signature.AnswerSigner;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one way in which answers become bytes and are signed. */
@ApplicationScoped
class ResponseSigning {
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = {};
    private static final int METHOD_NOT_ALLOWED = 405;

    private final ObjectMapper json;
    private final AnswerSigner signer;
    private final Requests requests;
    private final AllowedMethods allowed;
    private volatile byte @Nullable [] catalogue;

    @Inject
    ResponseSigning(ObjectMapper json, AnswerSigner signer, Requests requests, AllowedMethods allowed) {
        this.json = json;
        this.signer = signer;
        this.requests = requests;
        this.allowed = allowed;
    }

    /** Seals the answer of this exchange: the stored one, if the effect has one and nothing failed after it. */
    SignedResponse seal(RoutingContext context, ReceivedRequest request, int status, @Nullable Object entity) {
        if (entity instanceof Problem problem) {
            ExchangeLog.answeredWith(context, problem);
            return seal(context, request, status, ProblemDocuments.MEDIA_TYPE, bytes(entity));
        }
        Optional<StoredAnswer> stored = StoredAnswer.in(context);
        return stored.isPresent()
                ? seal(
                        context,
                        request,
                        stored.get().status(),
                        JSON,
                        stored.get().body())
                : seal(context, request, status, JSON, bytes(entity));
    }

    private SignedResponse seal(
            RoutingContext context, ReceivedRequest request, int status, String mediaType, byte[] content) {
        byte[] body = request.message().method().equals("HEAD") ? NOTHING : content;
        String type = body.length == 0 ? null : mediaType;
        Map<String, String> fields = new HashMap<>(signer.sign(request, status, type, body));
        fields.put("Cache-Control", SignedPaths.cacheControl(SignedPaths.of(context), status));
        Rate.in(context).ifPresent(rate -> {
            fields.put("RateLimit-Policy", rate.policyField());
            fields.put("RateLimit", rate.limitField());
        });
        if (status < 400
                && StoredAnswer.in(context).filter(StoredAnswer::replayed).isPresent()) {
            fields.put(Headers.IDEMPOTENT_REPLAYED, "true");
        }
        if (status == METHOD_NOT_ALLOWED) {
            fields.put("Allow", allowed.of(SignedPaths.of(context)));
        }
        requests.count(context, status);
        return new SignedResponse(status, type, body, Scenarios.signed(context, fields));
    }

    private byte[] bytes(@Nullable Object entity) {
        // Anybody may ask for it, it is the longest answer of all, and it never changes.
        if (entity instanceof ProblemCatalogue) {
            byte[] known = catalogue;
            if (known == null) {
                known = written(entity);
                catalogue = known;
            }
            return known;
        }
        return entity == null ? NOTHING : written(entity);
    }

    private byte[] written(Object entity) {
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }
}
