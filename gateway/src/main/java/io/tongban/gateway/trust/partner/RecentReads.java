package io.tongban.gateway.trust.partner;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What was read lately. Whoever asks while it is being read waits for that one reading, and fails with it: were each to
 * try in its turn, as with a loading cache, the last of many would wait for all the time-outs before it.
 */
final class RecentReads<K, V> {
    private final AsyncCache<K, V> known;
    private final Function<K, V> read;

    RecentReads(Duration fresh, int most, Function<K, V> read) {
        this.known =
                Caffeine.newBuilder().expireAfterWrite(fresh).maximumSize(most).buildAsync();
        this.read = read;
    }

    V of(K key) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> before = known.asMap().putIfAbsent(key, mine);
        return before == null ? read(key, mine) : outcome(before);
    }

    private V read(K key, CompletableFuture<V> mine) {
        try {
            mine.complete(read.apply(key));
        } catch (Throwable failed) { // the others must hear of an Error, too
            mine.completeExceptionally(failed);
        }
        return outcome(mine);
    }

    private static <V> V outcome(CompletableFuture<V> reading) {
        try {
            return reading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    void forget() {
        known.synchronous().invalidateAll();
    }
}
