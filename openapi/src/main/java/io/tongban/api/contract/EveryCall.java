package io.tongban.api.contract;

import static io.tongban.api.problem.ProblemType.*;

import io.tongban.api.problem.ProblemType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;

/** The problems that come from the edge, and so from every operation of a kind. */
final class EveryCall {
    private static final Set<ProblemType> BODY = EnumSet.of(
            DIGEST_MISSING,
            DIGEST_MALFORMED,
            DIGEST_MISMATCH,
            BODY_TOO_LARGE,
            BODY_NOT_JSON,
            BODY_TOO_DEEP,
            FIELD_UNKNOWN,
            FIELD_TYPE,
            FIELD_MISSING,
            FIELD_INVALID,
            MEDIA_TYPE_UNSUPPORTED);
    private static final Set<ProblemType> EFFECT =
            EnumSet.of(IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS);
    private static final Set<ProblemType> ADMITTANCE = EnumSet.of(SCOPE_MISSING, PARTNER_UNKNOWN, PARTNER_SUSPENDED);

    private EveryCall() {}

    static boolean answers(ProblemType type, boolean hasBody, boolean effect, Operation operation) {
        return type.status() == 401
                || ADMITTANCE.contains(type)
                || (type == HEADER_INVALID && (effect || operation.getParameters() != null))
                || (hasBody && BODY.contains(type))
                || (effect && EFFECT.contains(type))
                || (type == AGENCY_ROLE_MISSING && operation.getTags().contains("Agency"));
    }
}
