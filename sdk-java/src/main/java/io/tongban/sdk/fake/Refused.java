package io.tongban.sdk.fake;

import io.tongban.api.problem.Problem;
import io.tongban.api.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem of the catalogue; nothing that it did stays. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final @Nullable String pointer;
    private final @Nullable String parameter;
    private final @Nullable Duration retryAfter;

    private Refused(
            ProblemType type, @Nullable String pointer, @Nullable String parameter, @Nullable Duration retryAfter) {
        super(type.code());
        this.type = type;
        this.pointer = pointer;
        this.parameter = parameter;
        this.retryAfter = retryAfter;
    }

    static Refused with(ProblemType type) {
        return new Refused(type, null, null, null);
    }

    /** @param pointer JSON pointer to the offending field of the body */
    static Refused at(ProblemType type, String pointer) {
        return new Refused(type, pointer, null, null);
    }

    /** @param name of the header field, path or query parameter that offends */
    static Refused in(ProblemType type, String name) {
        return new Refused(type, null, name, null);
    }

    static Refused later(ProblemType type, @Nullable Duration retryAfter) {
        return new Refused(type, null, null, retryAfter);
    }

    ProblemType type() {
        return type;
    }

    int status() {
        return type.status();
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    Problem document(String traceId) {
        return new Problem(
                type.uri(),
                type.code(),
                type.title(),
                type.titleZh(),
                type.status(),
                null,
                type.source(),
                type.retryable(),
                pointer,
                parameter,
                traceId);
    }
}
