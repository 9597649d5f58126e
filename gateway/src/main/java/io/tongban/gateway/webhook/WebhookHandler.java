package io.tongban.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.tongban.gateway.platform.outbox.Backoff;
import io.tongban.gateway.platform.outbox.LaneBounds;
import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.gateway.platform.outbox.Next;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.outbox.OutboxHandler;
import io.tongban.gateway.platform.outbox.Together;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers one event to one endpoint, again and again until it is taken or three days have passed. */
@ApplicationScoped
class WebhookHandler implements OutboxHandler {
    static final String GROUP = "webhook";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);

    private final Jdbi jdbi;
    private final Together<Ended, Ended> ends;
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
        this.ends = new Together<>(jdbi, this::end);
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
    public Function<Lease, Next> prepare(Handle handle, List<Lease> leases) {
        Map<String, Delivery> pending = pending(handle, leases);
        return lease -> deliver(lease, pending.get(lease.subjectId()));
    }

    @Override
    public Next handle(Lease lease) {
        return prepared(lease).apply(lease);
    }

    private Function<Lease, Next> prepared(Lease lease) {
        return jdbi.withHandle(handle -> prepare(handle, List.of(lease)));
    }

    private Map<String, Delivery> pending(Handle handle, List<Lease> leases) {
        return events.pending(
                handle, leases.stream().map(Lease::subjectId).toList(), body -> pii.decrypt(PiiPurpose.EVENT, body));
    }

    private Next deliver(Lease lease, @Nullable Delivery delivery) {
        URI url = delivery == null ? null : delivery.url();
        if (delivery == null || url == null) {
            return end(lease, Delivery.End.DROPPED);
        }
        String outcome = send(url, delivery.body().getBytes(UTF_8));
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
                delivery.endpointId(),
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
        ends.write(new Ended(lease, end));
        return new Next.Done();
    }

    private record Ended(Lease lease, Delivery.End end) {}

    private List<Ended> end(Handle handle, List<Ended> ended) {
        outbox.completeAll(handle, ended.stream().map(Ended::lease).toList());
        events.end(
                handle, ended.stream().collect(toMap(each -> each.lease().subjectId(), Ended::end)), clock.instant());
        return ended;
    }
}
