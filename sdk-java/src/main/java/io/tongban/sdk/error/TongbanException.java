package io.tongban.sdk.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that brought no result. The subclass says in which phase it went wrong; a {@code switch} over them is
 * complete. No text of these exceptions holds a secret or personal data.
 */
public abstract sealed class TongbanException extends RuntimeException
        permits RequestNotSentException,
                RefusedException,
                NoAnswerException,
                UntrustedAnswerException,
                UnreadableAnswerException,
                UntrustedDocumentException,
                OutcomeUnknownException {
    private static final long serialVersionUID = 1;

    private final CallInfo call;

    TongbanException(CallInfo call, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.call = call;
    }

    public CallInfo call() {
        return call;
    }

    /** The contract's operationId, such as {@code withhold}. */
    public String operation() {
        return call.operation();
    }

    /** The key that went with the effect; empty for a read. */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(call.idempotencyKey());
    }

    /** The partner's own name for the effect, or the id of the thing it changes; empty for a read. */
    public Optional<String> reference() {
        return Optional.ofNullable(call.reference());
    }

    /** Name it when you ask for help; empty if nothing was to be sent. */
    public String traceId() {
        return call.traceId();
    }

    /**
     * The last answer that arrived, as it arrived, for support; empty if none did. Decide nothing by it: of an
     * {@link UntrustedAnswerException} it is anybody's, and even where the signature holds, {@code code()} says all.
     */
    public Optional<RawAnswer> answer() {
        return Optional.ofNullable(call.answer());
    }

    /** Whether the call may have had its effect although it brought no result. Then repeat it under the same key. */
    public abstract boolean mayHaveHappened();
}
