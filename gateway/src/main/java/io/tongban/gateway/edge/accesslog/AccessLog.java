package io.tongban.gateway.edge.accesslog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * A line for each exchange, in category {@code tongban.access}. Partners write as many as their rate allows; those who
 * are not let in write little, however much they send ({@link StrangersLines}).
 */
@ApplicationScoped
class AccessLog {
    private static final Logger LOG = Logger.getLogger("tongban.access");

    private final StrangersLines strangers = new StrangersLines(LOG::info, System::nanoTime);

    void write(Exchange exchange) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        if (exchange.admitted()) {
            LOG.info(exchange.line());
        } else {
            strangers.seen(exchange);
        }
    }

    @Scheduled(identity = "access-log", every = "10s")
    void tellRepetitions() {
        strangers.tellRepetitions();
    }

    void end(@Observes ShutdownEvent stop) {
        strangers.tellRepetitions();
    }
}
