package io.tongban.gateway.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs each effect once for its caller and key, and answers every repetition with the same bytes. */
@ApplicationScoped
public class Idempotency {
    /**
     * Runs the effect once for this caller and key, in one transaction with the stored answer; replays the stored
     * answer byte for byte.
     *
     * @param key the Idempotency-Key field as received
     * @param status HTTP status of the answer
     * @param effect returns the contract record, or null for an answer without body; what it throws rolls back and
     *     frees the key
     * @return what the effect returned; null on a replay, when the stored answer is sent whatever the resource returns
     */
    public <T> @Nullable T once(@Nullable String key, int status, Function<Handle, @Nullable T> effect) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the stored answer of this request's key after a wait (Prefer: wait), and answers it. */
    public <T> T answerLater(String key, int status, T answer) {
        throw new UnsupportedOperationException();
    }
}
