package io.tongban.gateway.webhook;

import io.tongban.api.webhook.Redelivery;
import io.tongban.api.webhook.RedeliveryApi;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What an endpoint missed, over HTTP. */
@ApplicationScoped
class RedeliveryResource implements RedeliveryApi {
    private static final int ACCEPTED = 202;

    private final Caller caller;
    private final Idempotency idempotency;
    private final Redeliveries redeliveries;

    RedeliveryResource(Caller caller, Idempotency idempotency, Redeliveries redeliveries) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.redeliveries = redeliveries;
    }

    @Override
    @SuppressWarnings("NullAway") // null only on a replay, when the stored answer is sent whatever this returns
    public Redelivery redeliverEvents(
            @Nullable String idempotencyKey, String webhookEndpointId, String since, @Nullable String after) {
        return idempotency.once(
                idempotencyKey,
                ACCEPTED,
                handle -> redeliveries.since(
                        handle, caller.principal(), webhookEndpointId, EventFeed.time(since), after));
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public Redelivery redeliverEvent(@Nullable String idempotencyKey, String webhookEndpointId, String eventId) {
        return idempotency.once(
                idempotencyKey,
                ACCEPTED,
                handle -> redeliveries.one(handle, caller.principal(), webhookEndpointId, eventId));
    }
}
