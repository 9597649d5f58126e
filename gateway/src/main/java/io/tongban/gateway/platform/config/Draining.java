package io.tongban.gateway.platform.config;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The way out of a node that is told to stop. At first it is unready and serves as before, so that load balancers can
 * turn away; then it refuses what is new, and what is in flight ends.
 */
@ApplicationScoped
public class Draining {
    private static final Logger LOG = Logger.getLogger(Draining.class);

    /**
     * Between the refusal of what is new and the closing of connections, so that a caller who keeps one hears the refusal
     * on it: without, the requests that arrive as the last answer leaves would be cut.
     */
    private static final Duration HEARD = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Duration delay;
    private volatile boolean closing;

    @Inject
    Draining(Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent told) {
        long open = Math.max(1, delay.minus(HEARD).toMillis());
        LOG.infof("Shutting down: reported as not ready; new requests are refused in %d ms", open);
        vertx.setTimer(open, timer -> closing = true);
    }

    /** Whether new requests have to go to another node. */
    public boolean isClosing() {
        return closing;
    }
}
