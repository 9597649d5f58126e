package io.tongban.gateway.trust.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts calls without a good token by their address (of IPv6, by its /64), in fixed windows of a minute: those that were
 * refused, and those that need none. An address that has sent too many is told so without any of them being looked at,
 * but for tokens that were good before: behind a proxy that is not configured, one flood must not keep out everyone.
 */
@ApplicationScoped
public class Strangers {
    private static final int WINDOW_SECONDS = 60;
    private static final int ADDRESSES = 100_000;
    private static final int TOKENS = 100_000;
    /** As long as a token may live, and some. */
    private static final Duration KNOWN = Duration.ofMinutes(10);

    private final Cache<Window, AtomicInteger> refused =
            Caffeine.newBuilder().maximumSize(ADDRESSES).build();
    private final Cache<Long, Boolean> known;
    private final int quota;
    private final Clock clock;

    @Inject
    public Strangers(LimitsConfig config, Clock clock) {
        this.quota = config.refusalsPerMinute();
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(TOKENS)
                .expireAfterWrite(KNOWN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private final Cache<Window, AtomicInteger> reads =
            Caffeine.newBuilder().maximumSize(ADDRESSES).build();

    private record Window(AddressRange address, long number) {}

    /**
     * Counts a read of what is open to everyone.
     *
     * @throws ProblemException rate-limited
     */
    public void read(InetAddress address) {
        if (reads.get(window(address), first -> new AtomicInteger()).incrementAndGet() > quota) {
            throw tooMany();
        }
    }

    /** Whether a call from there may still be refused in the usual way, with this token or none. */
    boolean mayTry(InetAddress address, String token) {
        AtomicInteger count = refused.getIfPresent(window(address));
        return count == null || count.get() < quota || known.getIfPresent(trace(token)) != null;
    }

    void welcome(String token) {
        long trace = trace(token);
        if (known.getIfPresent(trace) == null) {
            known.put(trace, true);
        }
    }

    void count(InetAddress address) {
        refused.get(window(address), first -> new AtomicInteger()).incrementAndGet();
    }

    ProblemException tooMany() {
        long second = clock.instant().getEpochSecond();
        return new ProblemException(ProblemType.RATE_LIMITED, "Too many calls without a good token from this address")
                .retryAfter(Duration.ofSeconds(WINDOW_SECONDS - second % WINDOW_SECONDS))
                .farewell();
    }

    private Window window(InetAddress address) {
        return new Window(AddressRange.whole(address), clock.instant().getEpochSecond() / WINDOW_SECONDS);
    }

    /** Enough to know a token again, and nothing to use it with; whoever feigns one wins an attempt. */
    private static long trace(String token) {
        return (long) token.hashCode() << Integer.SIZE | token.length();
    }
}
