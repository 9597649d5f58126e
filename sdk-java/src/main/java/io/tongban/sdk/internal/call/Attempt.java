package io.tongban.sdk.internal.call;

import io.tongban.api.problem.Problem;
import io.tongban.sdk.error.RawAnswer;
import io.tongban.sdk.internal.access.AccessToken;
import io.tongban.sdk.transport.TransportResponse;
import io.tongban.signature.SignatureFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one try of a call ended. */
sealed interface Attempt<T> {
    /** What arrived, as it arrived; null if nothing did. */
    default @Nullable RawAnswer raw() {
        return null;
    }

    /** How long the far side asked to wait; null if it did not. */
    default @Nullable Duration retryAfter() {
        return null;
    }

    /** A verified answer, read. */
    record Answered<T>(T value, TransportResponse answer) implements Attempt<T> {
        @Override
        public RawAnswer raw() {
            return AnswerReader.raw(answer);
        }

        /** Without the value. */
        @Override
        public String toString() {
            return "Answered[" + answer.status() + "]";
        }
    }

    /**
     * A verified problem document.
     *
     * @param token that it was tried with; null for an open read
     * @param hint for the engineer
     */
    record Refused<T>(
            Problem problem,
            @Nullable Duration retryAfter,
            @Nullable AccessToken token,
            String hint,
            RawAnswer raw) implements Attempt<T> {
        int status() {
            return raw.status();
        }

        /** Without the problem's texts. */
        @Override
        public String toString() {
            return "Refused";
        }
    }

    /**
     * @param passing whether a later try may be sent
     * @param hungUp whether the far side closed the connection as it had announced
     */
    record NotSent<T>(
            String reason,
            boolean passing,
            boolean hungUp,
            @Nullable Throwable cause) implements Attempt<T> {}

    /**
     * Sent, and no whole answer, or one that may be anybody's.
     *
     * @param hungUp whether the far side closed the connection as it had announced
     * @param retryAfter of whoever answered, not to be waited for without a bound
     */
    record NoAnswer<T>(
            String reason,
            boolean hungUp,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter,
            @Nullable RawAnswer raw)
            implements Attempt<T> {}

    /** @param hint for the engineer */
    record Untrusted<T>(SignatureFailure reason, String hint, RawAnswer raw) implements Attempt<T> {}

    record Unreadable<T>(String reason, @Nullable RawAnswer raw) implements Attempt<T> {}
}
