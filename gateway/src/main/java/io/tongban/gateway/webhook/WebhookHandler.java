package io.tongban.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.gateway.platform.outbox.Backoff;
import io.tongban.gateway.platform.outbox.LaneBounds;
import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.gateway.platform.outbox.Next;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.outbox.OutboxHandler;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.signature.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers one event to one endpoint, again and again until it is taken or three days have passed. */
@ApplicationScoped
class WebhookHandler implements OutboxHandler {
    static final String GROUP = "webhook";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final EventStore events = new EventStore();
    private final Pii pii;
    private final WebhookSender sender;
    private final WebhookMeter meter;
    private final Clock clock;
    private final LaneBounds bounds;
    private final Backoff backoff;
    private final Duration giveUpAfter;

    @Inject
    WebhookHandler(
            Jdbi jdbi,
            Outbox outbox,
            GatewayKeys keys,
            Pii pii,
            WebhookMeter meter,
            Clock clock,
            WebhookConfig config) {
        this(jdbi, outbox, keys::signer, pii, meter, clock, config);
    }

    WebhookHandler(
            Jdbi jdbi,
            Outbox outbox,
            Supplier<Signer> signer,
            Pii pii,
            WebhookMeter meter,
            Clock clock,
            WebhookConfig config) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.pii = pii;
        this.sender = new WebhookSender(new TargetRules(config), signer, clock, config);
        this.meter = meter;
        this.clock = clock;
        this.bounds = new LaneBounds(config.callsPerEndpoint(), config.callsInAll());
        this.backoff = new Backoff(config.firstPause(), config.longestPause(), new SecureRandom());
        this.giveUpAfter = config.giveUpAfter();
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public LaneBounds bounds() {
        return bounds;
    }

    @Override
    public Next handle(Lease lease) {
        Optional<Delivery> delivery = jdbi.withHandle(
                handle -> events.pending(handle, lease.subjectId(), body -> pii.decrypt(PiiPurpose.EVENT, body)));
        URI url = delivery.map(Delivery::url).orElse(null);
        if (delivery.isEmpty() || url == null) {
            return end(lease, Delivery.End.DROPPED);
        }
        String outcome = send(url, delivery.get().body().getBytes(UTF_8));
        if (outcome.equals(WebhookSender.DELIVERED)) {
            return end(lease, Delivery.End.DELIVERED);
        }
        if (lease.age().compareTo(giveUpAfter) < 0) {
            return pauseAfter(lease);
        }
        meter.failed();
        LOG.warn(
                "Webhook {} to {} is given up after {} tries: {}",
                lease.subjectId(),
                delivery.get().endpointId(),
                lease.attempt(),
                outcome);
        return end(lease, Delivery.End.FAILED);
    }

    @Override
    public Next.Again pauseAfter(Lease lease) {
        return new Next.Again(backoff.after(lease.attempt()));
    }

    private String send(URI url, byte[] body) {
        long start = System.nanoTime();
        String outcome = sender.send(url, body);
        meter.tried(outcome, Duration.ofNanos(System.nanoTime() - start));
        return outcome;
    }

    private Next end(Lease lease, Delivery.End end) {
        jdbi.useTransaction(handle -> {
            outbox.complete(handle, lease);
            events.end(handle, lease.subjectId(), end, clock.instant());
        });
        return new Next.Done();
    }
}
