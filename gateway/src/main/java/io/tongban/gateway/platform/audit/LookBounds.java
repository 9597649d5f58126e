package io.tongban.gateway.platform.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts each partner's looks in fixed windows, in this node's memory. */
final class LookBounds {
    private static final int CLIENTS = 10_000;

    private final Cache<Window, AtomicInteger> counts =
            Caffeine.newBuilder().maximumSize(CLIENTS).build();
    private final LooksConfig config;
    private final Clock clock;

    LookBounds(LooksConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private record Window(String tenant, long number) {}

    /** Counts one look; says how long to wait if it is one too many. */
    Optional<Duration> count(String tenant) {
        Instant now = clock.instant();
        long seconds = config.window().toSeconds();
        Window window = new Window(tenant, now.getEpochSecond() / seconds);
        int bound = config.partners().getOrDefault(tenant, config.statusReads());
        if (counts.get(window, first -> new AtomicInteger()).incrementAndGet() <= bound) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, Instant.ofEpochSecond((window.number + 1) * seconds)));
    }
}
