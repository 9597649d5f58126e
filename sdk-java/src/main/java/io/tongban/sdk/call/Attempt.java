package io.tongban.sdk.call;

import io.tongban.api.problem.Problem;
import io.tongban.sdk.access.AccessToken;
import io.tongban.signature.SignatureFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one try of a call ended. */
sealed interface Attempt<T> {
    /** A verified answer, read. */
    record Answered<T>(T value, int status) implements Attempt<T> {
        /** Without the value. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /**
     * A verified problem document.
     *
     * @param token that it was tried with; null for an open read
     */
    record Refused<T>(
            Problem problem,
            int status,
            @Nullable Duration retryAfter,
            @Nullable AccessToken token) implements Attempt<T> {}

    /** @param passing whether a later try may be sent */
    record NotSent<T>(
            String reason, boolean passing, @Nullable Throwable cause) implements Attempt<T> {}

    /** Sent, and no whole answer. */
    record NoAnswer<T>(String reason, @Nullable Throwable cause) implements Attempt<T> {}

    record Untrusted<T>(SignatureFailure reason) implements Attempt<T> {}

    record Unreadable<T>(String reason) implements Attempt<T> {}
}
