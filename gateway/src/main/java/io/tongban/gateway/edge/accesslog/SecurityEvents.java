package io.tongban.gateway.edge.accesslog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * Who was not let in, and why: all are counted by reason and partner; category {@code tongban.security} is told of the
 * first at once, and of its repetitions in one line every ten seconds.
 */
@ApplicationScoped
public class SecurityEvents {
    private static final Logger LOG = Logger.getLogger("tongban.security");
    /** Reasons are the catalogue's, partners the realm's, so that this is not met; nothing grows beyond it. */
    private static final int MOST = 1_000;

    private final MeterRegistry meters;
    /** What was told of, and how often it has been repeated since. */
    private final Cache<String, LongAdder> repetitions =
            Caffeine.newBuilder().maximumSize(MOST).build();

    @Inject
    public SecurityEvents(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Takes what was refused to the guard, and nothing else. */
    void seen(Exchange exchange) {
        if (concerns(exchange)) {
            tell(
                    exchange.code(),
                    exchange.partner(),
                    exchange.actor(),
                    " method=" + exchange.method() + " route=" + exchange.route() + " from=" + exchange.address()
                            + " trace=" + exchange.trace());
        }
    }

    private void tell(String reason, String partner, String actor, String first) {
        meters.counter("tongban_security_events", "reason", reason, "partner", partner)
                .increment();
        String event = "reason=" + reason + " partner=" + partner + " actor=" + actor;
        LongAdder known = repetitions.asMap().putIfAbsent(event, new LongAdder());
        if (known == null) {
            LOG.warn(event + " times=1" + first);
        } else {
            known.increment();
        }
    }

    /** Tells how often what was told of has been repeated, and forgets it. */
    @Scheduled(identity = "security-events", every = "10s")
    void tellRepetitions() {
        repetitions.asMap().forEach((event, times) -> {
            repetitions.asMap().remove(event, times);
            if (times.sum() > 0) {
                LOG.warn(event + " times=" + times.sum());
            }
        });
    }

    private static boolean concerns(Exchange exchange) {
        return switch (exchange.status()) {
            case 401, 403, 429 -> true;
            default ->
                exchange.code().startsWith("signature-") || exchange.code().startsWith("digest-");
        };
    }
}
