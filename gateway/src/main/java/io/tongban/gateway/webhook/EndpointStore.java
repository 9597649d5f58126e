package io.tongban.gateway.webhook;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Endpoints of partners. */
final class EndpointStore {
    /** Keeps a partner's creations in line until the transaction ends, so that the limit holds. */
    void lock(Handle handle, String clientId) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended('webhook:' || :client, 0))")
                .bind("client", clientId)
                .mapTo(Integer.class)
                .one();
    }

    void insert(Handle handle, String clientId, WebhookEndpoint endpoint) {
        handle.createUpdate("""
                        insert into webhook_endpoint (id, client_id, url, events, created_at)
                        values (:id, :client, :url, :events, :at)
                        """)
                .bind("id", endpoint.id())
                .bind("client", clientId)
                .bind("url", endpoint.url().toString())
                .bind("events", endpoint.events().stream().map(EventType::name).collect(joining(",")))
                .bind("at", endpoint.createdAt())
                .execute();
    }

    List<WebhookEndpoint> of(Handle handle, String clientId) {
        return handle.createQuery("""
                        select id, url, events, created_at from webhook_endpoint
                         where client_id = :client order by created_at, id
                        """)
                .bind("client", clientId)
                .map((row, context) -> endpoint(row))
                .list();
    }

    List<String> subscribed(Handle handle, String clientId, EventType type) {
        return handle.createQuery("""
                        select id from webhook_endpoint
                         where client_id = :client and :type = any (string_to_array(events, ','))
                        """)
                .bind("client", clientId)
                .bind("type", type.name())
                .mapTo(String.class)
                .list();
    }

    boolean delete(Handle handle, String clientId, String id) {
        return handle.createUpdate("delete from webhook_endpoint where id = :id and client_id = :client")
                        .bind("id", id)
                        .bind("client", clientId)
                        .execute()
                == 1;
    }

    private static WebhookEndpoint endpoint(ResultSet row) throws SQLException {
        Set<EventType> events = Arrays.stream(row.getString("events").split(",", -1))
                .map(EventType::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(EventType.class)));
        return new WebhookEndpoint(
                row.getString("id"),
                URI.create(row.getString("url")),
                events,
                row.getTimestamp("created_at").toInstant());
    }
}
