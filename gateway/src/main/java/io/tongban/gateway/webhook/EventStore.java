package io.tongban.gateway.webhook;

import static java.util.stream.Collectors.toMap;

import io.tongban.api.webhook.EventType;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Events, and each one's deliveries. */
final class EventStore {
    /** Of one event; it has more only where it was sent again and again. */
    private static final int MOST_DELIVERIES_TOLD = 20;

    void insert(Handle handle, List<Event> events, Instant at) {
        handle.createUpdate("""
                        insert into webhook_event (id, client_id, type, subject_id, body, created_at)
                        select id, client, type, subject, decode(body, 'base64'), :at
                          from unnest(:ids, :clients, :types, :subjects, :bodies)
                               as event (id, client, type, subject, body)
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
                        "subjects",
                        String.class,
                        events.stream().map(Event::subjectId).toArray())
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

    /** A partner's events of these types that are not on their way to this endpoint already, oldest first. */
    List<Known> since(Handle handle, String clientId, String endpointId, Set<EventType> types, Span span) {
        return handle.createQuery("""
                        select id, created_at from webhook_event v
                         where client_id = :client and created_at >= :since and type = any (:types)
                           and (created_at, id) > (:afterTime, :afterId)
                           and not exists (select 1 from webhook_delivery d
                                            where d.endpoint_id = :endpoint and d.event_id = v.id
                                              and d.state = 'PENDING')
                         order by created_at, id limit :most
                        """)
                .bind("client", clientId)
                .bind("endpoint", endpointId)
                .bind("since", span.since())
                .bind("afterTime", span.after().createdAt())
                .bind("afterId", span.after().id())
                .bindArray(
                        "types",
                        String.class,
                        types.stream().map(EventType::name).toArray())
                .bind("most", span.most())
                .map((row, context) -> known(row))
                .list();
    }

    /** @param kept events before it are there no more, if they have not been removed yet */
    Optional<Known> find(Handle handle, String clientId, String id, Instant kept) {
        return handle.createQuery("""
                        select id, created_at from webhook_event
                         where client_id = :client and id = :id and created_at >= :kept
                        """)
                .bind("client", clientId)
                .bind("id", id)
                .bind("kept", kept)
                .map((row, context) -> known(row))
                .findOne();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getString("id"), row.getTimestamp("created_at").toInstant());
    }

    record Known(String id, Instant createdAt) {}

    /**
     * Which of a partner's events.
     *
     * @param after none up to this one
     */
    record Span(Instant since, Known after, int most) {}

    /** How many deliveries are on their way to an endpoint. */
    int pendingOf(Handle handle, String endpointId) {
        return handle.createQuery(
                        "select count(*) from webhook_delivery where endpoint_id = :endpoint and state = 'PENDING'")
                .bind("endpoint", endpointId)
                .mapTo(Integer.class)
                .one();
    }

    boolean isPending(Handle handle, String endpointId, String eventId) {
        return handle.createQuery("""
                        select exists (select 1 from webhook_delivery
                                        where endpoint_id = :endpoint and event_id = :event and state = 'PENDING')
                        """)
                .bind("endpoint", endpointId)
                .bind("event", eventId)
                .mapTo(Boolean.class)
                .one();
    }

    /** The newest events of a subject, and of each its newest deliveries. */
    List<ToldEvent> told(Handle handle, String clientId, String subjectId, int most) {
        return handle.createQuery("""
                        with told as (
                            select id, type, created_at from webhook_event
                             where client_id = :client and subject_id = :subject
                             order by created_at desc, id desc limit :most)
                        select id, type, created_at, null as delivery, null as endpoint_id, null as state,
                               null::timestamptz as settled_at from told
                        union all
                        select t.id, t.type, t.created_at, d.id, d.endpoint_id, d.state, d.settled_at
                          from told t cross join lateral (
                              select id, endpoint_id, state, settled_at from webhook_delivery
                               where event_id = t.id order by created_at desc, id desc limit :mostOfEach) d
                        """)
                .bind("client", clientId)
                .bind("subject", subjectId)
                .bind("most", most)
                .bind("mostOfEach", MOST_DELIVERIES_TOLD)
                .map((row, context) -> told(row))
                .list();
    }

    private static ToldEvent told(ResultSet row) throws SQLException {
        @Nullable Timestamp settled = row.getTimestamp("settled_at");
        return new ToldEvent(
                row.getString("id"),
                row.getString("type"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("delivery"),
                row.getString("endpoint_id"),
                row.getString("state"),
                settled == null ? null : settled.toInstant());
    }

    /** How often each event of a time was taken by the endpoint that took it most often; so many, the most taken first. */
    Map<String, Integer> taken(Handle handle, String clientId, Instant from, Instant to, int most) {
        return handle.createQuery("""
                        select event_id, max(times) as times from (
                            select d.event_id, count(*) as times
                              from webhook_delivery d join webhook_event v on v.id = d.event_id
                             where v.client_id = :client and v.created_at >= :from and d.state = 'DELIVERED'
                               and d.settled_at >= :from and d.settled_at < :to
                             group by d.event_id, d.endpoint_id) of_endpoint
                         group by event_id order by times desc, event_id limit :most
                        """)
                .bind("client", clientId)
                .bind("from", from)
                .bind("to", to)
                .bind("most", most)
                .map((row, context) -> Map.entry(row.getString("event_id"), row.getInt("times")))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
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

    /** Removes the oldest events that nobody waits for any more, with their deliveries; so many at a time. */
    int forgetBefore(Handle handle, Instant before, int most) {
        return handle.createUpdate("""
                        delete from webhook_event where id in (
                            select v.id from webhook_event v
                             where v.created_at < :before and not exists (
                                 select 1 from webhook_delivery d where d.event_id = v.id and d.state = 'PENDING')
                             order by v.created_at limit :most)
                        """)
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    private static @Nullable URI uri(@Nullable String url) {
        return url == null ? null : URI.create(url);
    }

    /** @param body encrypted */
    @SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
    record Event(
            String id,
            String clientId,
            String type,
            @Nullable String subjectId,
            byte[] body) {}

    /** One endpoint that an event goes to, and the delivery's id. */
    record Fan(String id, String eventId, String endpointId) {}
}
