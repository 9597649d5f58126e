package io.tongban.gateway.platform.problem;

import io.tongban.api.problem.ProblemType;
import java.util.Map;
import java.util.TreeMap;

/** The fields that RFC 9110 and RFC 6750 want beside a problem document. */
public final class ProblemFields {
    private static final String REALM = "Bearer realm=\"tongban\"";

    private ProblemFields() {}

    public static Map<String, String> of(ProblemException problem) {
        Map<String, String> fields = new TreeMap<>();
        String retryAfter = ProblemDocuments.retryAfter(problem);
        if (retryAfter != null) {
            fields.put("Retry-After", retryAfter);
        }
        String challenge = challenge(problem.type());
        if (challenge != null) {
            String scope =
                    problem.scope().map(needed -> ", scope=\"" + needed + "\"").orElse("");
            fields.put("WWW-Authenticate", challenge + scope);
        }
        return fields;
    }

    /** RFC 6750, section 3: no error code for a request without any token. What is wrong with a signature, our code says. */
    private static @org.jspecify.annotations.Nullable String challenge(ProblemType type) {
        return switch (type) {
            case TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_ISSUER, TOKEN_AUDIENCE -> REALM + ", error=\"invalid_token\"";
            case SCOPE_MISSING, AGENCY_ROLE_MISSING -> REALM + ", error=\"insufficient_scope\"";
            default -> type.status() == 401 ? REALM : null;
        };
    }
}
