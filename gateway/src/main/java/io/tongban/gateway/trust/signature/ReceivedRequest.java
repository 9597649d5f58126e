package io.tongban.gateway.trust.signature;

import io.tongban.signature.RequestMessage;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * A request as it came in: the octets that the partner signed, before anyone has interpreted them.
 *
 * @param target path and query as received, not decoded and not re-encoded
 * @param body empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
public record ReceivedRequest(RequestMessage message, String target, byte[] body) {
    private static final String KEY = ReceivedRequest.class.getName();

    public ReceivedRequest withBody(byte[] received) {
        return new ReceivedRequest(message, target, received);
    }

    /** Keeps it for all who come after. */
    public void keepIn(RoutingContext context) {
        context.put(KEY, this);
    }

    /** The request of this exchange; empty where the edge does not read: health, metrics, documentation. */
    public static Optional<ReceivedRequest> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    /** Neither query nor body: both may name a person. */
    @Override
    public String toString() {
        return "ReceivedRequest[" + message + ", " + body.length + " bytes]";
    }
}
