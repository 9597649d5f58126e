package io.tongban.gateway.webhook;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.cover.CoverageChange;
import io.tongban.api.payout.Payout;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        appendAll(handle, List.of(new News(clientId, type, worker, withholding)));
    }

    /** What a partner is to be told, as in {@link #append}. */
    public record News(
            String clientId,
            EventType type,
            @Nullable Worker worker,
            @Nullable Withholding withholding,
            @Nullable Payout payout,
            @Nullable CoverageChange coverage) {
        public News(String clientId, EventType type, @Nullable Worker worker, @Nullable Withholding withholding) {
            this(clientId, type, worker, withholding, null, null);
        }
    }

    /** As {@link #append}, for many at once. */
    public void appendAll(Handle handle, List<News> news) {
        Map<String, List<EndpointStore.Subscriber>> subscribers =
                endpoints.subscribers(handle, news.stream().map(News::clientId).collect(toSet()));
        List<EventStore.Event> told = new ArrayList<>();
        List<EventStore.Fan> deliveries = new ArrayList<>();
        for (News each : news) {
            List<String> wanting = subscribers.getOrDefault(each.clientId(), List.of()).stream()
                    .filter(subscriber -> subscriber.events().contains(each.type()))
                    .map(EndpointStore.Subscriber::endpointId)
                    .toList();
            if (!wanting.isEmpty()) {
                EventStore.Event event = event(each);
                told.add(event);
                wanting.forEach(endpoint -> deliveries.add(new EventStore.Fan(Ids.next("whd_"), event.id(), endpoint)));
            }
        }
        if (!told.isEmpty()) {
            Instant now = clock.instant();
            events.insert(handle, told, now);
            events.insertDeliveries(handle, deliveries, now);
            outbox.appendAll(handle, deliveries.stream().map(Webhooks::entry).toList());
        }
    }

    private EventStore.Event event(News news) {
        WebhookEvent event = new WebhookEvent(
                Ids.next("evt_"),
                news.type(),
                clock.instant(),
                news.worker(),
                news.withholding(),
                news.payout(),
                news.coverage());
        return new EventStore.Event(event.id(), news.clientId(), news.type().name(), body(event));
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
