package io.tongban.gateway.platform.problem;

import static java.util.Objects.requireNonNull;

import io.tongban.api.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem of the catalogue. The detail is shown to the caller: no personal data, no secrets. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final @Nullable String detail;
    private final @Nullable String pointer;
    private @Nullable String parameter;
    private @Nullable Duration retryAfter;
    private @Nullable String scope;
    private boolean farewell;

    public ProblemException(ProblemType type) {
        this(type, null, null);
    }

    public ProblemException(ProblemType type, @Nullable String detail) {
        this(type, detail, null);
    }

    /**
     * @param detail one sentence about this time, or null
     * @param pointer JSON pointer (RFC 6901) to the offending field of the request body, or null
     */
    public ProblemException(ProblemType type, @Nullable String detail, @Nullable String pointer) {
        super(type.code());
        this.type = requireNonNull(type, "type");
        this.detail = detail;
        this.pointer = pointer;
    }

    /** Names the header field, path or query parameter that offends. */
    public ProblemException inParameter(String name) {
        this.parameter = name;
        return this;
    }

    /** Says when to try again; answered in whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /** Names the scopes that a token must have for this operation, as RFC 6750 lists them. */
    public ProblemException needing(String scopes) {
        this.scope = scopes;
        return this;
    }

    /** Says that this answer is the connection's last. */
    public ProblemException farewell() {
        this.farewell = true;
        return this;
    }

    /** Keeps what really happened for the log; the caller never sees it. */
    public ProblemException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    public Optional<String> parameter() {
        return Optional.ofNullable(parameter);
    }

    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    public boolean isFarewell() {
        return farewell;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
