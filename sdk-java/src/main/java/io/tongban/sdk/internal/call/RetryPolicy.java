package io.tongban.sdk.internal.call;

import io.tongban.api.problem.Problem;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.NoAnswerException;
import io.tongban.sdk.error.OutcomeUnknownException;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.error.TongbanException;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedAnswerException;
import java.util.Set;

/** What the end of a try means: whether another is worth it and safe, and what the caller is told otherwise. */
final class RetryPolicy {
    private static final Set<String> TOKEN_REFUSED =
            Set.of(ProblemType.TOKEN_EXPIRED.code(), ProblemType.TOKEN_INVALID.code());

    private RetryPolicy() {}

    /** Every effect goes under an idempotency key, so what is asked here is worth, not safety. */
    static boolean isWorthAnother(Attempt<?> attempt) {
        if (attempt instanceof Attempt.NotSent<?> notSent) {
            return notSent.passing();
        }
        if (attempt instanceof Attempt.Refused<?> refused) {
            return isPassing(refused);
        }
        return attempt instanceof Attempt.NoAnswer<?>;
    }

    /** A planned end of a connection: the far side is well, and another connection is there for the asking. */
    static boolean wasHungUp(Attempt<?> attempt) {
        return (attempt instanceof Attempt.NoAnswer<?> noAnswer && noAnswer.hungUp())
                || (attempt instanceof Attempt.NotSent<?> notSent && notSent.hungUp());
    }

    /** A new token is worth a try of its own. */
    static boolean wantsNewToken(Attempt<?> attempt) {
        return attempt instanceof Attempt.Refused<?> refused
                && refused.status() == 401
                && TOKEN_REFUSED.contains(refused.problem().code());
    }

    private static boolean isPassing(Attempt.Refused<?> refused) {
        Problem problem = refused.problem();
        if (refused.status() == 429 || refused.status() == 503) {
            return true;
        }
        if (refused.status() >= 500) {
            return problem.retryable();
        }
        // Nonces are drawn afresh for each try: one that was seen before was repeated by something in between.
        return problem.code().equals(ProblemType.IDEMPOTENCY_IN_PROGRESS.code())
                || problem.code().equals(ProblemType.SIGNATURE_NONCE_REUSED.code());
    }

    /** Whether the effect may have happened by this try. */
    static boolean leavesDoubt(Attempt<?> attempt) {
        if (attempt instanceof Attempt.Refused<?> refused) {
            boolean failed = refused.status() >= 500 && refused.status() != 503;
            return failed || refused.problem().code().equals(ProblemType.IDEMPOTENCY_IN_PROGRESS.code());
        }
        return !(attempt instanceof Attempt.NotSent<?>);
    }

    /** Whether this refusal says that no earlier try had the effect either: had one, its answer would be replayed. */
    static boolean endsDoubt(Attempt<?> attempt) {
        if (!(attempt instanceof Attempt.Refused<?> refused) || leavesDoubt(attempt)) {
            return false;
        }
        int status = refused.status();
        return status < 500 && status != 401 && status != 403 && status != 429;
    }

    /** @param doubt whether this or an earlier try may have had the effect */
    static TongbanException exception(Attempt<?> attempt, CallInfo unanswered, boolean doubt) {
        CallInfo call = unanswered.answered(attempt.raw());
        TongbanException plain = plain(attempt, call);
        if (!call.isEffect() || !doubt || plain.mayHaveHappened()) {
            return plain;
        }
        if (attempt instanceof Attempt.NoAnswer<?> noAnswer) {
            return new OutcomeUnknownException(call, noAnswer.reason(), noAnswer.cause());
        }
        return new OutcomeUnknownException(call, "an earlier or this try was not answered for good", plain);
    }

    private static TongbanException plain(Attempt<?> attempt, CallInfo call) {
        if (attempt instanceof Attempt.NotSent<?> notSent) {
            return new RequestNotSentException(call, notSent.reason(), notSent.passing(), notSent.cause());
        }
        if (attempt instanceof Attempt.NoAnswer<?> noAnswer) {
            return new NoAnswerException(call, noAnswer.reason(), noAnswer.cause());
        }
        if (attempt instanceof Attempt.Refused<?> refused) {
            return new RefusedException(
                    call, refused.problem(), refused.status(), refused.retryAfter(), refused.hint());
        }
        if (attempt instanceof Attempt.Untrusted<?> untrusted) {
            return new UntrustedAnswerException(call, untrusted.reason(), untrusted.hint());
        }
        if (attempt instanceof Attempt.Unreadable<?> unreadable) {
            return new UnreadableAnswerException(call, unreadable.reason());
        }
        throw new IllegalArgumentException("An answered call has no exception");
    }
}
