package io.tongban.gateway.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Events, and each one's deliveries. */
final class EventStore {
    void insert(Handle handle, String id, String clientId, String type, byte[] body, Instant at) {
        handle.createUpdate("""
                        insert into webhook_event (id, client_id, type, body, created_at)
                        values (:id, :client, :type, :body, :at)
                        """)
                .bind("id", id)
                .bind("client", clientId)
                .bind("type", type)
                .bind("body", body)
                .bind("at", at)
                .execute();
    }

    void insertDeliveries(Handle handle, String eventId, List<Fan> deliveries, Instant at) {
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into webhook_delivery (id, event_id, endpoint_id, created_at)
                values (:id, :event, :endpoint, :at)
                """)) {
            for (Fan delivery : deliveries) {
                batch.bind("id", delivery.id())
                        .bind("event", eventId)
                        .bind("endpoint", delivery.endpointId())
                        .bind("at", at)
                        .add();
            }
            batch.execute();
        }
    }

    Optional<Delivery> pending(Handle handle, String id, Function<byte[], String> decrypt) {
        return handle.createQuery("""
                        select d.id, d.endpoint_id, v.body, e.url
                          from webhook_delivery d
                          join webhook_event v on v.id = d.event_id
                          left join webhook_endpoint e on e.id = d.endpoint_id
                         where d.id = :id and d.state = 'PENDING'
                        """)
                .bind("id", id)
                .map((row, context) -> new Delivery(
                        row.getString("id"),
                        row.getString("endpoint_id"),
                        uri(row.getString("url")),
                        decrypt.apply(row.getBytes("body"))))
                .findOne();
    }

    void end(Handle handle, String id, Delivery.End end, Instant at) {
        handle.createUpdate(
                        "update webhook_delivery set state = :state, settled_at = :at where id = :id and state = 'PENDING'")
                .bind("state", end.name())
                .bind("at", at)
                .bind("id", id)
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

    /** One endpoint that an event goes to, and the delivery's id. */
    record Fan(String id, String endpointId) {}
}
