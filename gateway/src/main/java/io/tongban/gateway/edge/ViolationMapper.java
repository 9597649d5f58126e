package io.tongban.gateway.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.Diagnosis;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.ProblemMapper;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;

/** Tells which field a record's constraints refuse: missing ones first, then by name. */
@Provider
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    private final CurrentVertxRequest current;
    private final StrictJson json;

    @Inject
    public ViolationMapper(CurrentVertxRequest current, StrictJson json) {
        this.current = current;
        this.json = json;
    }

    @Override
    public Response toResponse(ConstraintViolationException refused) {
        return ProblemMapper.response(ReceivedRequest.in(current.getCurrent())
                .map(request -> problem(refused, json.tree(request.body())))
                .orElseGet(() -> Diagnosis.of(new IllegalStateException("A constraint outside of a request"))));
    }

    static ProblemException problem(ConstraintViolationException refused, JsonNode body) {
        return refused.getConstraintViolations().stream()
                .map(violation -> problem(violation, body))
                .min(Comparator.comparing((ProblemException problem) -> problem.type() != ProblemType.FIELD_MISSING)
                        .thenComparing(problem -> problem.pointer().orElse("")))
                .orElseThrow();
    }

    /** Missing is what the body does not have: a record may have put something in its place. */
    private static ProblemException problem(ConstraintViolation<?> violation, JsonNode body) {
        String pointer = ViolationPointer.of(violation.getPropertyPath());
        JsonNode sent = body.at(pointer);
        return sent.isMissingNode() || sent.isNull()
                ? new ProblemException(ProblemType.FIELD_MISSING, null, pointer)
                : new ProblemException(
                        ProblemType.FIELD_INVALID,
                        BoundText.of(violation.getConstraintDescriptor().getAnnotation()),
                        pointer);
    }
}
