package io.tongban.sdk.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which call went wrong; nothing of it is secret or personal.
 *
 * @param operation the contract's operationId, such as {@code withhold}
 * @param idempotencyKey the key that went with the effect; null for a read
 * @param reference the partner's own name for the effect, or the id of the thing it changes; null for a read
 * @param traceId W3C trace id, 32 hex digits; empty if nothing was to be sent
 */
public record CallInfo(
        String operation,
        @Nullable String idempotencyKey,
        @Nullable String reference,
        String traceId) {
    /** Something that is checked here and not sent anywhere. */
    public static CallInfo local(String operation) {
        return new CallInfo(operation, null, null, "");
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
