package io.tongban.gateway.webhook;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.change.InsuranceChange;
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
     * Stores the event, which the partner can ask for, and one delivery for each of its endpoints that wants to be told,
     * in the caller's transaction.
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
        appendAll(handle, List.of(new NewEvent(clientId, type, worker, withholding)));
    }

    /** What a partner is to be told, as in {@link #append}. */
    public record NewEvent(
            String clientId,
            EventType type,
            @Nullable Worker worker,
            @Nullable Withholding withholding,
            @Nullable Payout payout,
            @Nullable CoverageChange coverage,
            @Nullable InsuranceChange change,
            @Nullable CertificationApproval approval) {
        public NewEvent(String clientId, EventType type, @Nullable Worker worker, @Nullable Withholding withholding) {
            this(clientId, type, worker, withholding, null, null, null, null);
        }

        public NewEvent(
                String clientId,
                EventType type,
                @Nullable Worker worker,
                @Nullable Withholding withholding,
                @Nullable Payout payout,
                @Nullable CoverageChange coverage) {
            this(clientId, type, worker, withholding, payout, coverage, null, null);
        }

        public static NewEvent of(String clientId, EventType type, InsuranceChange change) {
            return new NewEvent(clientId, type, null, null, null, null, change, null);
        }

        public static NewEvent of(String clientId, EventType type, CertificationApproval approval) {
            return new NewEvent(clientId, type, null, null, null, null, null, approval);
        }
    }

    /** As {@link #append}, for many at once. */
    public void appendAll(Handle handle, List<NewEvent> added) {
        Map<String, List<EndpointStore.Subscriber>> subscribers = endpoints.subscribers(
                handle, added.stream().map(NewEvent::clientId).collect(toSet()));
        List<EventStore.Event> told = new ArrayList<>();
        List<EventStore.Fan> deliveries = new ArrayList<>();
        for (NewEvent each : added) {
            List<String> wanting = subscribers.getOrDefault(each.clientId(), List.of()).stream()
                    .filter(subscriber -> subscriber.events().contains(each.type()))
                    .map(EndpointStore.Subscriber::endpointId)
                    .toList();
            EventStore.Event event = event(each);
            told.add(event);
            wanting.forEach(endpoint -> deliveries.add(new EventStore.Fan(Ids.next("whd_"), event.id(), endpoint)));
        }
        if (told.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        events.insert(handle, told, now);
        if (!deliveries.isEmpty()) {
            events.insertDeliveries(handle, deliveries, now);
            outbox.appendAll(handle, deliveries.stream().map(Webhooks::entry).toList());
        }
    }

    private EventStore.Event event(NewEvent added) {
        WebhookEvent event = new WebhookEvent(
                Ids.next("evt_"),
                added.type(),
                clock.instant(),
                added.worker(),
                added.withholding(),
                added.payout(),
                added.coverage(),
                added.change(),
                added.approval());
        return new EventStore.Event(event.id(), added.clientId(), added.type().name(), subject(added), body(event));
    }

    private static @Nullable String subject(NewEvent added) {
        if (added.withholding() != null) {
            return added.withholding().id();
        }
        if (added.payout() != null) {
            return added.payout().id();
        }
        if (added.approval() != null) {
            return added.approval().certificationId();
        }
        return added.worker() == null ? null : added.worker().id();
    }

    /** The newest events about a thing, and what became of each delivery; not in order. */
    public List<ToldEvent> told(Handle handle, String clientId, String subjectId, int most) {
        return events.told(handle, clientId, subjectId, most);
    }

    /** How often each event of a time was taken by the endpoint that took it most often, by the event's id. */
    public Map<String, Integer> taken(Handle handle, String clientId, Instant from, Instant to, int most) {
        return events.taken(handle, clientId, from, to, most);
    }

    static OutboxEntry entry(EventStore.Fan delivery) {
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
