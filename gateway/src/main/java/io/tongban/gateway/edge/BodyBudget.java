package io.tongban.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The octets that the bodies of all requests may hold together, and of these the quarter that one partner's may; and how
 * many crumbs of bodies one partner may send in a second, for each costs as much as a large piece.
 */
@ApplicationScoped
class BodyBudget {
    private static final int SHARES = 4;
    /** Eight whole bodies of crumbs. */
    static final int CRUMBS_A_SECOND = 512;

    private static final int CLIENTS = 1_000;

    private final long all;
    private final AtomicLong held = new AtomicLong();
    private final Map<String, Long> heldByClient = new ConcurrentHashMap<>();
    private final Cache<Second, AtomicInteger> crumbs =
            Caffeine.newBuilder().maximumSize(CLIENTS).build();
    private final Clock clock;

    @Inject
    BodyBudget(EdgeConfig config, MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.all = config.bodyBudget();
        Gauge.builder("tongban_body_octets", held, AtomicLong::get).register(meters);
    }

    /** What one request will hold, from now on until it is answered; nothing yet. */
    Hold of(String client) {
        return new Hold(client);
    }

    private record Second(String client, long number) {}

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

        /** Counts a piece that is small; false if its partner has sent too many of them in this second. */
        boolean crumb() {
            Second second = new Second(client, clock.instant().getEpochSecond());
            return crumbs.get(second, first -> new AtomicInteger()).incrementAndGet() <= CRUMBS_A_SECOND;
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
