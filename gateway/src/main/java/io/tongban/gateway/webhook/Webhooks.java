package io.tongban.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.worker.Worker;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells partners what happened, through the outbox. */
@ApplicationScoped
public class Webhooks {
    private final Outbox outbox;
    private final Clock clock;
    private final ObjectMapper json;
    private final EndpointStore endpoints = new EndpointStore();
    private final EventStore events = new EventStore();
    private final Pii pii;

    Webhooks(Outbox outbox, Pii pii, Clock clock, ObjectMapper json) {
        this.outbox = outbox;
        this.pii = pii;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Stores the event and one delivery for each endpoint of this partner that wants to be told, in the caller's
     * transaction.
     *
     * @param worker for {@code worker.*} events, masked as in answers
     * @param withholding for {@code withholding.*} events
     */
    public void append(
            Handle handle,
            String clientId,
            EventType type,
            @Nullable Worker worker,
            @Nullable Withholding withholding) {
        List<EventStore.Fan> deliveries = endpoints.subscribed(handle, clientId, type).stream()
                .map(endpoint -> new EventStore.Fan(Ids.next("whd_"), endpoint))
                .toList();
        if (deliveries.isEmpty()) {
            return;
        }
        WebhookEvent event = new WebhookEvent(Ids.next("evt_"), type, clock.instant(), worker, withholding);
        events.insert(handle, event.id(), clientId, type.name(), body(event), event.createdAt());
        events.insertDeliveries(handle, event.id(), deliveries, event.createdAt());
        outbox.appendAll(handle, deliveries.stream().map(Webhooks::entry).toList());
    }

    private static OutboxEntry entry(EventStore.Fan delivery) {
        return new OutboxEntry("webhook", delivery.id(), WebhookHandler.GROUP + ":" + delivery.endpointId());
    }

    /** Masked, and encrypted all the same: a mask leaves a birth date to guess. */
    private byte[] body(WebhookEvent event) {
        try {
            return pii.encrypt(PiiPurpose.EVENT, json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the contract can be written", e);
        }
    }
}
