package io.tongban.sdk.error;

import io.tongban.api.internal.Given;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which call went wrong; nothing of it is secret or personal.
 *
 * @param operation the contract's operationId, such as {@code withhold}
 * @param idempotencyKey the key that went with the effect; null for a read
 * @param reference the partner's own name for the effect, or the id of the thing it changes; null for a read
 * @param traceId W3C trace id, 32 hex digits; empty if nothing was to be sent
 * @param answer the last one that arrived, as it arrived; null if none did
 */
public record CallInfo(
        String operation,
        @Nullable String idempotencyKey,
        @Nullable String reference,
        String traceId,
        @Nullable RawAnswer answer)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public CallInfo {
        operation = Given.value(operation, "operation");
        traceId = Given.value(traceId, "traceId");
    }

    /** Something that is checked here and not sent anywhere. */
    public static CallInfo local(String operation) {
        return new CallInfo(operation, null, null, "", null);
    }

    public CallInfo answered(@Nullable RawAnswer last) {
        return new CallInfo(operation, idempotencyKey, reference, traceId, last);
    }

    public boolean isEffect() {
        return idempotencyKey != null;
    }

    /** The operation, and what it was about if that is known. */
    String text() {
        return operation
                + Optional.ofNullable(reference).map(name -> " " + name).orElse("");
    }
}
