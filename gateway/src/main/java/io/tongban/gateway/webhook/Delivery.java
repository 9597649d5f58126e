package io.tongban.gateway.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param url of the endpoint as registered; null when it was deleted meanwhile
 * @param body what is signed and sent, as text of UTF-8 JSON
 */
record Delivery(String id, String endpointId, @Nullable URI url, String body) {
    /** Only ids: the URL may hold the partner's secret, and the body is about a person. */
    @Override
    public String toString() {
        return "Delivery[" + id + " to " + endpointId + "]";
    }

    /** How a delivery ended. */
    enum End {
        DELIVERED,
        FAILED,
        DROPPED
    }
}
