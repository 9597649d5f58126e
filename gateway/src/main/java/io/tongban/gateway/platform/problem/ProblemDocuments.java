package io.tongban.gateway.platform.problem;

import io.opentelemetry.api.trace.Span;
import io.tongban.api.problem.Problem;

/** Writes problem documents, RFC 9457. */
public final class ProblemDocuments {
    /** RFC 9457, section 3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDocuments() {}

    /** The document for this problem in the current trace. */
    public static Problem of(ProblemException problem) {
        var type = problem.type();
        return new Problem(
                type.uri(),
                type.code(),
                type.title(),
                type.titleZh(),
                type.status(),
                problem.detail().orElse(null),
                type.source(),
                type.retryable(),
                problem.pointer().orElse(null),
                problem.parameter().orElse(null),
                Span.current().getSpanContext().getTraceId());
    }

    /** The Retry-After field (RFC 9110, section 10.2.3) in whole seconds, at least one; null if there is none. */
    public static @org.jspecify.annotations.Nullable String retryAfter(ProblemException problem) {
        return problem.retryAfter()
                .map(wait -> String.valueOf(Math.max(1, (wait.toMillis() + 999) / 1000)))
                .orElse(null);
    }
}
