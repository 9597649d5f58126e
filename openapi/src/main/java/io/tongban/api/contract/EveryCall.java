package io.tongban.api.contract;

import static io.tongban.api.problem.ProblemType.*;

import io.tongban.api.problem.ProblemType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The problems that come from the edge, and so from every operation of a kind. */
final class EveryCall {
    private static final Set<ProblemType> BODY = EnumSet.of(
            BODY_NOT_JSON,
            BODY_TOO_DEEP,
            FIELD_UNKNOWN,
            FIELD_TYPE,
            FIELD_MISSING,
            FIELD_INVALID,
            MEDIA_TYPE_UNSUPPORTED);
    private static final Set<ProblemType> EFFECT =
            EnumSet.of(IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS);
    /** Digests among them: what has a body must digest it, be it of use or not. */
    private static final Set<ProblemType> ADMITTANCE = EnumSet.of(
            SCOPE_MISSING, PARTNER_UNKNOWN, PARTNER_SUSPENDED, DIGEST_MISSING, DIGEST_MALFORMED, DIGEST_MISMATCH);
    /** Where a request says that it comes from a counter. */
    private static final Set<ProblemType> COUNTER = EnumSet.of(
            ProblemType.COUNTER_CONTEXT_INVALID,
            ProblemType.PERSONAL_NUMBER_MISPLACED,
            ProblemType.SERVICE_POINT_UNKNOWN,
            ProblemType.SERVICE_POINT_CLOSED,
            ProblemType.SERVICE_POINT_OUTSIDE_HOURS,
            ProblemType.SERVICE_NOT_OFFERED_THERE,
            ProblemType.OPERATOR_UNKNOWN,
            ProblemType.OPERATOR_SUSPENDED,
            ProblemType.OPERATOR_NOT_AT_POINT,
            ProblemType.OPERATOR_ROLE,
            ProblemType.STOPPED);

    private EveryCall() {}

    static boolean answers(ProblemType type, boolean hasBody, boolean effect, Operation operation) {
        return type.status() == 401
                || ADMITTANCE.contains(type)
                || COUNTER.contains(type)
                || (hasBody && BODY.contains(type))
                || (effect && EFFECT.contains(type))
                || (type == AGENCY_ROLE_MISSING && operation.getTags().contains("Agency"));
    }

    /** Whether path or query of the operation hold anything that can have a wrong form. */
    static boolean hasParameters(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter ->
                                parameter.getIn() == Parameter.In.PATH || parameter.getIn() == Parameter.In.QUERY);
    }
}
