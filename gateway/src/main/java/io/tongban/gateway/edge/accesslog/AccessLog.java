package io.tongban.gateway.edge.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * A line for each exchange, in category {@code tongban.access}. Partners write as many as their rate allows; who is not
 * let in writes a bounded number, and the next line says how many were left out.
 */
@ApplicationScoped
class AccessLog {
    private static final Logger LOG = Logger.getLogger("tongban.access");
    private static final int STRANGERS_AT_ONCE = 1_000;
    private static final int STRANGERS_A_SECOND = 50;

    private final LineBudget strangers = new LineBudget(STRANGERS_AT_ONCE, STRANGERS_A_SECOND, System::nanoTime);

    void write(Exchange exchange) {
        if (!LOG.isInfoEnabled() || !(exchange.admitted() || strangers.take())) {
            return;
        }
        long leftOut = strangers.withheld();
        LOG.info(leftOut == 0 ? exchange.line() : exchange.line() + " leftOut=" + leftOut);
    }
}
