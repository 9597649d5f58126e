package io.tongban.gateway.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The octets that the bodies of all requests may hold together, and of these the quarter that one partner's may. */
@ApplicationScoped
class BodyBudget {
    private static final int SHARES = 4;

    private final long all;
    private final AtomicLong held = new AtomicLong();
    private final Map<String, Long> heldByClient = new ConcurrentHashMap<>();

    @Inject
    BodyBudget(EdgeConfig config, MeterRegistry meters) {
        this.all = config.bodyBudget();
        Gauge.builder("tongban_body_octets", held, AtomicLong::get).register(meters);
    }

    /** What one request will hold, from now on until it is answered; nothing yet. */
    Hold of(String client) {
        return new Hold(client);
    }

    final class Hold {
        private final String client;
        private long octets;

        private Hold(String client) {
            this.client = client;
        }

        /** Takes so many more; false if they are not to be had. On one event loop, like {@link #release}. */
        boolean take(int more) {
            if (held.addAndGet(more) > all) {
                held.addAndGet(-more);
                return false;
            }
            octets += more;
            return heldByClient.merge(client, (long) more, Long::sum) <= all / SHARES;
        }

        void release() {
            if (octets > 0) {
                held.addAndGet(-octets);
                heldByClient.computeIfPresent(client, (key, all) -> all <= octets ? null : all - octets);
                octets = 0;
            }
        }
    }
}
