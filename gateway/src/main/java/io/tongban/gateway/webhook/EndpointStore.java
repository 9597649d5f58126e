package io.tongban.gateway.webhook;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Endpoints of these partners, by partner. */
    Map<String, List<Subscriber>> subscribers(Handle handle, Set<String> clientIds) {
        Map<String, List<Subscriber>> byClient = new HashMap<>();
        handle.createQuery("select client_id, id, events from webhook_endpoint where client_id = any (:clients)")
                .bindArray("clients", String.class, clientIds.toArray())
                .map((row, context) -> byClient.computeIfAbsent(row.getString("client_id"), first -> new ArrayList<>())
                        .add(new Subscriber(row.getString("id"), events(row.getString("events")))))
                .list();
        return byClient;
    }

    record Subscriber(String endpointId, Set<EventType> events) {}

    /** Keeps calls about one endpoint in line until the transaction ends. */
    void lockOne(Handle handle, String id) {
        handle.createQuery("select id from webhook_endpoint where id = :id for no key update")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    boolean delete(Handle handle, String clientId, String id) {
        return handle.createUpdate("delete from webhook_endpoint where id = :id and client_id = :client")
                        .bind("id", id)
                        .bind("client", clientId)
                        .execute()
                == 1;
    }

    private static WebhookEndpoint endpoint(ResultSet row) throws SQLException {
        return new WebhookEndpoint(
                row.getString("id"),
                URI.create(row.getString("url")),
                events(row.getString("events")),
                row.getTimestamp("created_at").toInstant());
    }

    private static Set<EventType> events(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(EventType::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(EventType.class)));
    }
}
