package io.tongban.sdk.error;

import io.tongban.api.problem.Problem;
import io.tongban.api.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway refused, in a problem document (RFC 9457) whose signature is verified. There is no effect. */
public final class RefusedException extends TongbanException {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final int status;
    private final @Nullable Duration retryAfter;

    /** @param retryAfter what the gateway asked to wait; null if it did not */
    public RefusedException(CallInfo call, Problem problem, int status, @Nullable Duration retryAfter) {
        this(call, problem, status, retryAfter, "");
    }

    /** @param hint for the engineer who reads the message; empty for none */
    public RefusedException(CallInfo call, Problem problem, int status, @Nullable Duration retryAfter, String hint) {
        super(
                call,
                named(call, problem) + " was refused: " + status + " " + problem.code() + hint + ", trace "
                        + call.traceId(),
                null);
        this.problem = problem;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Without the reference if that may be the personal number for which the call was refused: messages go to logs. */
    private static String named(CallInfo call, Problem problem) {
        return problem.code().equals(ProblemType.PERSONAL_NUMBER_MISPLACED.code()) ? call.operation() : call.text();
    }

    public Problem problem() {
        return problem;
    }

    /** Stable; decide by it. */
    public String code() {
        return problem.code();
    }

    /** The catalogue's entry; empty for a code that this version does not know. */
    public Optional<ProblemType> type() {
        return ProblemType.byCode(problem.code());
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean mayHaveHappened() {
        return false;
    }
}
