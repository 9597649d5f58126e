package io.tongban.gateway.webhook;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.Redelivery;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to an endpoint once more: each is a new delivery, by the outbox like any other. What is on its way there
 * already is not sent beside itself.
 */
@ApplicationScoped
class Redeliveries {
    /** Of one call. */
    static final int MOST = 1_000;

    private static final Duration LATER = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final WebhookConfig config;
    private final EndpointStore endpoints = new EndpointStore();
    private final EventStore events = new EventStore();

    Redeliveries(Outbox outbox, Audit audit, Clock clock, WebhookConfig config) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /**
     * @param after nextCursor of the call before, or null
     * @throws ProblemException webhook-not-found, redelivery-limit, cursor-invalid
     */
    Redelivery since(Handle handle, Principal by, String endpointId, Instant since, @Nullable String after) {
        String clientId = by.tenant();
        WebhookEndpoint endpoint = locked(handle, clientId, endpointId);
        EventStore.Known begin = after == null
                ? new EventStore.Known("", Instant.EPOCH)
                : RedeliveryCursor.read(after, clientId, endpointId);
        int most = Math.min(MOST, room(handle, endpointId));
        Instant from = since.isBefore(kept()) ? kept() : since;
        List<EventStore.Known> found = events.since(
                handle, clientId, endpointId, endpoint.events(), new EventStore.Span(from, begin, most + 1));
        List<EventStore.Known> sent = found.subList(0, Math.min(most, found.size()));
        send(handle, by, endpointId, sent);
        @Nullable
        String next = found.size() > most ? RedeliveryCursor.write(sent.get(most - 1), clientId, endpointId) : null;
        return new Redelivery(sent.size(), next);
    }

    /** @throws ProblemException webhook-not-found, event-not-found, redelivery-limit */
    Redelivery one(Handle handle, Principal by, String endpointId, String eventId) {
        String clientId = by.tenant();
        var unused = locked(handle, clientId, endpointId);
        EventStore.Known event = events.find(handle, clientId, eventId, kept())
                .orElseThrow(() -> new ProblemException(ProblemType.EVENT_NOT_FOUND));
        if (events.isPending(handle, endpointId, eventId)) {
            return new Redelivery(0, null);
        }
        var unusedRoom = room(handle, endpointId);
        send(handle, by, endpointId, List.of(event));
        return new Redelivery(1, null);
    }

    private Instant kept() {
        return clock.instant().minus(config.keepEvents());
    }

    /** Locked, so that of two calls at once the second sees what the first has put on its way. */
    private WebhookEndpoint locked(Handle handle, String clientId, String endpointId) {
        endpoints.lockOne(handle, endpointId);
        return endpoints.of(handle, clientId).stream()
                .filter(each -> each.id().equals(endpointId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.WEBHOOK_NOT_FOUND));
    }

    /** How many more may be put on their way; at least one. */
    private int room(Handle handle, String endpointId) {
        int room = config.pendingPerEndpoint() - events.pendingOf(handle, endpointId);
        if (room <= 0) {
            throw new ProblemException(ProblemType.REDELIVERY_LIMIT).retryAfter(LATER);
        }
        return room;
    }

    private void send(Handle handle, Principal by, String endpointId, List<EventStore.Known> again) {
        if (again.isEmpty()) {
            return;
        }
        List<EventStore.Fan> deliveries = again.stream()
                .map(event -> new EventStore.Fan(Ids.next("whd_"), event.id(), endpointId))
                .toList();
        events.insertDeliveries(handle, deliveries, clock.instant());
        outbox.appendAll(handle, deliveries.stream().map(Webhooks::entry).toList());
        audit.append(
                handle,
                AuditEntry.of(by, "webhook.redelivered", endpointId, Map.of("events", String.valueOf(again.size()))));
    }
}
