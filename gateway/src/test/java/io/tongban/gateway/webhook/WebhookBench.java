package io.tongban.gateway.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.worker.Worker;
import io.tongban.gateway.platform.audit.AuditLogs;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.outbox.DeliveryDatabase;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.platform.pii.Pii;
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
import org.jdbi.v3.core.Jdbi;

/** Everything between an event and a partner's server. */
final class WebhookBench implements AutoCloseable {
    static final String CLIENT = "courier-one";
    static final ECKey KEY = key();

    final Jdbi jdbi = DeliveryDatabase.create();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final WebhookService service;
    private final Clock clock = Clock.tickMillis(ClockConfig.ZONE);
    private final Node node = new Node(jdbi);
    private final Pii pii = new Pii(TestPiiConfig.usual());
    private final WebhookConfig config;
    private final Webhooks webhooks;

    WebhookBench(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("tongban.webhook.allow-private-targets", "true");
        all.putIfAbsent("tongban.webhook.first-pause", "PT0.01S");
        all.putIfAbsent("tongban.webhook.longest-pause", "PT0.02S");
        config = Settings.of(WebhookConfig.class, all);
        service = new WebhookService(jdbi, AuditLogs.of(jdbi, clock), clock, config);
        ObjectMapper json =
                new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
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
        return jdbi.inTransaction(handle -> service.create(handle, CLIENT, spec, Optional.empty()));
    }

    void enrolled(String clientId) {
        Worker worker =
                new Worker("wkr_1", "rider-1", "110105********002X", "李*", "139****0017", List.of(), Instant.EPOCH, 1);
        jdbi.useTransaction(handle -> webhooks.append(handle, clientId, EventType.WORKER_ENROLLED, worker, null));
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
