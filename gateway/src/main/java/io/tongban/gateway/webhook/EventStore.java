package io.tongban.gateway.webhook;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Events, and each one's deliveries. */
final class EventStore {
    void insert(Handle handle, List<Event> events, Instant at) {
        handle.createUpdate("""
                        insert into webhook_event (id, client_id, type, body, created_at)
                        select id, client, type, decode(body, 'base64'), :at
                          from unnest(:ids, :clients, :types, :bodies) as event (id, client, type, body)
                        """)
                .bind("at", at)
                .bindArray("ids", String.class, events.stream().map(Event::id).toArray())
                .bindArray(
                        "clients",
                        String.class,
                        events.stream().map(Event::clientId).toArray())
                .bindArray(
                        "types", String.class, events.stream().map(Event::type).toArray())
                .bindArray(
                        "bodies",
                        String.class,
                        events.stream()
                                .map(event -> Base64.getEncoder().encodeToString(event.body()))
                                .toArray())
                .execute();
    }

    void insertDeliveries(Handle handle, List<Fan> deliveries, Instant at) {
        handle.createUpdate("""
                        insert into webhook_delivery (id, event_id, endpoint_id, created_at)
                        select id, event, endpoint, :at
                          from unnest(:ids, :events, :endpoints) as delivery (id, event, endpoint)
                        """)
                .bind("at", at)
                .bindArray("ids", String.class, deliveries.stream().map(Fan::id).toArray())
                .bindArray(
                        "events",
                        String.class,
                        deliveries.stream().map(Fan::eventId).toArray())
                .bindArray(
                        "endpoints",
                        String.class,
                        deliveries.stream().map(Fan::endpointId).toArray())
                .execute();
    }

    /** By their ids; what has ended is missing. */
    Map<String, Delivery> pending(Handle handle, List<String> ids, Function<byte[], String> decrypt) {
        return handle.createQuery("""
                        select d.id, d.endpoint_id, v.body, e.url
                          from webhook_delivery d
                          join webhook_event v on v.id = d.event_id
                          left join webhook_endpoint e on e.id = d.endpoint_id
                         where d.id = any (:ids) and d.state = 'PENDING'
                        """)
                .bindArray("ids", String.class, ids.toArray())
                .map((row, context) -> new Delivery(
                        row.getString("id"),
                        row.getString("endpoint_id"),
                        uri(row.getString("url")),
                        decrypt.apply(row.getBytes("body"))))
                .collect(toMap(Delivery::id, Function.identity()));
    }

    /** @param ends by the ids of the deliveries */
    void end(Handle handle, Map<String, Delivery.End> ends, Instant at) {
        List<Map.Entry<String, Delivery.End>> entries = List.copyOf(ends.entrySet());
        handle.createUpdate("""
                        update webhook_delivery d set state = ended.state, settled_at = :at
                          from unnest(:ids, :states) as ended (id, state)
                         where d.id = ended.id and d.state = 'PENDING'
                        """)
                .bind("at", at)
                .bindArray(
                        "ids",
                        String.class,
                        entries.stream().map(Map.Entry::getKey).toArray())
                .bindArray(
                        "states",
                        String.class,
                        entries.stream().map(each -> each.getValue().name()).toArray())
                .execute();
    }

    /** Removes events that nobody waits for any more, with their deliveries; a bounded number at a time. */
    int forgetBefore(Handle handle, Instant before) {
        return handle.createUpdate("""
                        delete from webhook_event where id in (
                            select v.id from webhook_event v
                             where v.created_at < :before and not exists (
                                 select 1 from webhook_delivery d where d.event_id = v.id and d.state = 'PENDING')
                             limit 5000)
                        """).bind("before", before).execute();
    }

    private static @Nullable URI uri(@Nullable String url) {
        return url == null ? null : URI.create(url);
    }

    /** @param body encrypted */
    @SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
    record Event(String id, String clientId, String type, byte[] body) {}

    /** One endpoint that an event goes to, and the delivery's id. */
    record Fan(String id, String eventId, String endpointId) {}
}
