package io.tongban.gateway.trust.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Accepts each nonce once while its signature could still be fresh. Kept per node: an effect that is sent to another
 * node again finds its idempotency key there, and a read changes nothing.
 */
@ApplicationScoped
public class Nonces {
    /** A signature is accepted from 5 s before to 60 s after its creation. */
    private static final Duration KEPT = Duration.ofSeconds(70);
    /** At the default rate, over a hundred partners calling as often as they may; some 50 MB when full. */
    private static final int MOST = 1_000_000;

    private final Cache<Fingerprint, Boolean> seen;

    @Inject
    public Nonces(Clock clock) {
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private record Fingerprint(long high, long low) {}

    /** Whether this nonce is seen for the first time; from now on it is not. */
    public boolean accept(String clientId, String keyid, String nonce) {
        return seen.asMap().putIfAbsent(fingerprint(clientId + "\n" + keyid + "\n" + nonce), true) == null;
    }

    /** A keyid has no line feed, so the three cannot be shifted against each other. */
    private static Fingerprint fingerprint(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Fingerprint(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
