package io.tongban.gateway.trust.idempotency;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The answer of an effect as it is stored and sent, first and again.
 *
 * @param body JSON octets; empty for an answer without body
 * @param replayed whether it was stored by an earlier request
 */
@SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
public record StoredAnswer(int status, byte[] body, boolean replayed) {
    private static final String KEY = StoredAnswer.class.getName();

    void keepIn(RoutingContext context) {
        context.put(KEY, this);
    }

    /** What has to be sent in place of whatever the resource returned. */
    public static Optional<StoredAnswer> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
