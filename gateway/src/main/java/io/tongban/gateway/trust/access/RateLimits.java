package io.tongban.gateway.trust.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts each tenant's requests, whoever acts for it, in fixed windows of a minute, in this node's memory. */
@ApplicationScoped
public class RateLimits {
    private static final int WINDOW_SECONDS = 60;
    private static final int CLIENTS = 10_000;

    private final Cache<Window, AtomicInteger> counts =
            Caffeine.newBuilder().maximumSize(CLIENTS).build();
    private final int quota;
    private final Clock clock;

    @Inject
    public RateLimits(LimitsConfig config, Clock clock) {
        this.quota = config.requestsPerMinute();
        this.clock = clock;
    }

    private record Window(String tenant, long number) {}

    /**
     * Counts one press on a page.
     *
     * @throws ProblemException rate-limited
     */
    public void require(String tenant) {
        count(tenant).require();
    }

    /** Counts one request. */
    public Rate count(String tenant) {
        long second = clock.instant().getEpochSecond();
        Window window = new Window(tenant, second / WINDOW_SECONDS);
        int used = counts.get(window, first -> new AtomicInteger()).incrementAndGet();
        return new Rate(quota, WINDOW_SECONDS, quota - used, (int) (WINDOW_SECONDS - second % WINDOW_SECONDS));
    }
}
