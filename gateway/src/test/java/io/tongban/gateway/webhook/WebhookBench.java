package io.tongban.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.Redelivery;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.worker.Worker;
import io.tongban.gateway.platform.audit.AuditLogs;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.config.JsonConfig;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.testing.TestDatabase;
import io.tongban.gateway.testing.TestPiiConfig;
import io.tongban.signature.Signer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Everything between an event and a partner's server. */
final class WebhookBench implements AutoCloseable {
    static final String CLIENT = "courier-one";
    static final ECKey KEY = key();

    final Jdbi jdbi = TestDatabase.fresh();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final WebhookService service;
    private final Clock clock = Clock.tickMillis(ClockConfig.ZONE);
    private final Node node = new Node(jdbi);
    private final Pii pii = new Pii(TestPiiConfig.usual());
    private final WebhookConfig config;
    private final Webhooks webhooks;
    private final ObjectMapper json;

    WebhookBench(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("tongban.webhook.allow-private-targets", "true");
        all.putIfAbsent("tongban.webhook.first-pause", "PT0.01S");
        all.putIfAbsent("tongban.webhook.longest-pause", "PT0.02S");
        config = Settings.of(WebhookConfig.class, all);
        service = new WebhookService(jdbi, AuditLogs.of(jdbi, clock), clock, config);
        json = JsonConfig.mapper();
        webhooks = new Webhooks(node.outbox, pii, clock, json);
    }

    WebhookBench start() {
        Signer signer = Signer.of(KEY);
        node.start(new WebhookHandler(jdbi, node.outbox, () -> signer, pii, new WebhookMeter(meters), clock, config));
        return this;
    }

    WebhookEndpoint endpoint(URI url, EventType... events) {
        WebhookEndpointSpec spec =
                WebhookEndpointSpec.builder().url(url).events(Set.of(events)).build();
        return jdbi.inTransaction(
                handle -> service.create(handle, new Principal.Program(CLIENT), spec, Optional.empty()));
    }

    Redelivery redelivered(String clientId, String endpointId, Instant since) {
        return redelivered(clientId, endpointId, since, null);
    }

    Redelivery redelivered(String clientId, String endpointId, Instant since, String after) {
        return jdbi.inTransaction(
                handle -> redeliveries().since(handle, new Principal.Program(clientId), endpointId, since, after));
    }

    Redelivery redelivered(String clientId, String endpointId, String eventId) {
        return jdbi.inTransaction(
                handle -> redeliveries().one(handle, new Principal.Program(clientId), endpointId, eventId));
    }

    /** From then on. */
    Map<String, Integer> taken(Instant from) {
        return jdbi.withHandle(
                handle -> webhooks.taken(handle, CLIENT, from, Instant.now().plusSeconds(60), 10));
    }

    private Redeliveries redeliveries() {
        return new Redeliveries(node.outbox, AuditLogs.of(jdbi, clock), clock, config);
    }

    /** The id of this partner's only event. */
    String eventOf(String clientId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from webhook_event where client_id = :client")
                .bind("client", clientId)
                .mapTo(String.class)
                .one());
    }

    EventFeed feed() {
        return new EventFeed(jdbi, pii, clock, json, new FeedWaiting(config), config);
    }

    String written(WebhookEvent event) throws JsonProcessingException {
        return json.writeValueAsString(event);
    }

    void enrolled(String clientId) {
        jdbi.useTransaction(handle -> enrolled(handle, clientId));
    }

    /** In a transaction of the caller's. */
    void enrolled(Handle handle, String clientId) {
        Worker worker =
                new Worker("wkr_1", "rider-1", "110105********002X", "李*", "139****0017", List.of(), Instant.EPOCH, 1);
        webhooks.append(handle, clientId, EventType.WORKER_ENROLLED, worker, null);
    }

    /** So many events that happened at one instant; none of them can be read. */
    void happenedAtOnce(int count, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into webhook_event (id, client_id, type, subject_id, body, created_at)
                        select 'evt_' || lpad(number::text, 6, '0'), :client, 'WORKER_ENROLLED', 'wkr_1', 'x', :at
                          from generate_series(1, :count) as number
                        """)
                .bind("client", CLIENT)
                .bind("count", count)
                .bind("at", at)
                .execute());
    }

    List<ToldEvent> told(String subjectId) {
        return jdbi.withHandle(handle -> webhooks.told(handle, CLIENT, subjectId, 200));
    }

    void update(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    /** States of all deliveries. */
    List<String> states() {
        return jdbi.withHandle(handle -> handle.createQuery("select state from webhook_delivery order by id")
                .mapTo(String.class)
                .list());
    }

    long tried(String outcome) {
        return meters.find("tongban.webhook.deliveries").tag("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    @Override
    public void close() {
        node.close();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("gateway-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
