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

/**
 * Counts calls without a good token by their address (of IPv6, by its /64): those that were refused, and those that need
 * none. Of each a few may come at once, and the rest evenly over the minute. An address that has sent too many is told so
 * without any of them being looked at, but for tokens that were good before: behind a proxy that is not configured, one
 * flood must not keep out everyone.
 */
@ApplicationScoped
public class Strangers {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;
    private static final int TOKENS = 100_000;
    /** As long as a token may live, and some. */
    private static final Duration KNOWN = Duration.ofMinutes(10);

    /** Whoever reads by hand, or starts, asks no more at once. */
    private static final int FEW = 20;

    private static final int BURSTS_A_MINUTE = 10;

    private final Cache<AddressRange, TokenBucket> refused =
            Caffeine.newBuilder().maximumSize(ADDRESSES).build();
    private final Cache<AddressRange, TokenBucket> reads =
            Caffeine.newBuilder().maximumSize(ADDRESSES).build();
    private final Cache<Long, Boolean> known;
    private final int quota;
    private final Clock clock;

    @Inject
    public Strangers(LimitsConfig config, Clock clock) {
        this.quota = Math.max(1, config.refusalsPerMinute());
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(TOKENS)
                .expireAfterWrite(KNOWN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Counts a read of what is open to everyone: a worker has to write and to sign each answer, and a thousand that are
     * asked for in the same instant would hold up everyone else.
     *
     * @throws ProblemException rate-limited
     */
    public void read(InetAddress address) {
        if (!bucket(reads, address).take()) {
            throw tooMany();
        }
    }

    /** Whether a call from there may still be refused in the usual way, with this token or none. */
    boolean mayTry(InetAddress address, String token) {
        return bucket(refused, address).hasOne() || known.getIfPresent(trace(token)) != null;
    }

    void welcome(String token) {
        long trace = trace(token);
        if (known.getIfPresent(trace) == null) {
            known.put(trace, true);
        }
    }

    void count(InetAddress address) {
        bucket(refused, address).take();
    }

    ProblemException tooMany() {
        return new ProblemException(ProblemType.RATE_LIMITED, "Too many calls without a good token from this address")
                .retryAfter(Duration.ofSeconds(Math.max(1, MINUTE.toSeconds() / quota)))
                .farewell();
    }

    private TokenBucket bucket(Cache<AddressRange, TokenBucket> buckets, InetAddress address) {
        return buckets.get(AddressRange.whole(address), first -> evenly());
    }

    private TokenBucket evenly() {
        int atOnce = Math.min(quota, Math.max(FEW, quota / BURSTS_A_MINUTE));
        return new TokenBucket(
                atOnce,
                MINUTE.multipliedBy(atOnce).dividedBy(quota),
                () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    /** Enough to know a token again, and nothing to use it with; whoever feigns one wins an attempt. */
    private static long trace(String token) {
        return (long) token.hashCode() << Integer.SIZE | token.length();
    }
}
