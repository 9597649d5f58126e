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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holders of tokens that were checked a moment ago, by the SHA-256 of the whole token: a busy partner's token is verified
 * twice a minute and not with each request. What is kept here says who a token was issued to, and nothing of what that
 * client may do now: the register is asked with every request.
 *
 * <p>The realm's keys may be replaced. A token under a key that was not seen before shows that they were: everything is
 * verified anew then, and in any case after {@link #KEPT}.
 */
@ApplicationScoped
class CheckedTokens {
    /** As long as quarkus-oidc waits at least between two looks at the realm's keys. */
    static final Duration KEPT = Duration.ofSeconds(30);
    /** Characters of tokens, over all entries; some six thousand tokens of usual length. */
    static final long MOST_CHARACTERS = 8L << 20;

    private static final int MOST_KEYS = 100;

    private final Cache<Fingerprint, Entry> entries = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Fingerprint key, Entry entry) -> entry.length())
            // The end of each is judged as it is read; this only frees the memory.
            .expireAfterWrite(KEPT)
            .build();

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    @Inject
    CheckedTokens(Clock clock) {
        this.clock = clock;
    }

    private record Fingerprint(long first, long second, long third, long fourth) {}

    private record Entry(TokenHolder holder, int length, Instant since, Instant until) {
        boolean holdsAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(until);
        }
    }

    /** Whose token this is, if the very same octets were verified lately and it has not expired. */
    Optional<TokenHolder> find(String token) {
        return Optional.ofNullable(entries.getIfPresent(fingerprint(token)))
                .filter(entry -> entry.holdsAt(clock.instant()))
                .map(Entry::holder);
    }

    /** To be called with what was just verified, and with nothing else. */
    void keep(TokenHolder holder) {
        if (!keys.contains(holder.keyId())) {
            if (keys.size() >= MOST_KEYS) {
                keys.clear();
            }
            keys.add(holder.keyId());
            entries.invalidateAll();
        }
        Instant now = clock.instant();
        Instant end = now.plus(KEPT);
        Instant until = holder.expiresAt().isBefore(end) ? holder.expiresAt() : end;
        entries.put(
                fingerprint(holder.token()), new Entry(holder, holder.token().length(), now, until));
    }

    /** For tests: how many are kept, after what is due was removed. */
    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    private static Fingerprint fingerprint(String token) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
