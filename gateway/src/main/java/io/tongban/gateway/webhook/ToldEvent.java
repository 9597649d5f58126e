package io.tongban.gateway.webhook;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event of a subject, or one delivery of it.
 *
 * @param deliveryId null for the event itself
 * @param state of the delivery
 */
public record ToldEvent(
        String eventId,
        String type,
        Instant at,
        @Nullable String deliveryId,
        @Nullable String endpointId,
        @Nullable String state,
        @Nullable Instant settledAt) {
    /** As the contract writes it, such as {@code withholding.confirmed}. */
    public String typeName() {
        return type.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
