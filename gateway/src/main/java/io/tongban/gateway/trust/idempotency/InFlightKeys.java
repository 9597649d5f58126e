package io.tongban.gateway.trust.idempotency;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One request at a time for one key in this process, before any of them takes a connection: two hundred requests with
 * one key occupy one connection of the pool, and at most so many threads wait for all keys together.
 */
final class InFlightKeys {
    private final Map<Key, CountDownLatch> running = new ConcurrentHashMap<>();
    private final Semaphore waiters;
    private final Duration patience;

    InFlightKeys(int waiters, Duration patience) {
        this.waiters = new Semaphore(waiters);
        this.patience = patience;
    }

    private record Key(String tenant, String key) {}

    /** Lets go of a key. */
    interface Release extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes the key, after waiting for whoever has it; empty if that takes too long or too many wait. */
    Optional<Release> begin(EffectKey effect) {
        Key key = new Key(effect.tenant(), effect.key());
        CountDownLatch mine = new CountDownLatch(1);
        long deadline = System.nanoTime() + patience.toNanos();
        CountDownLatch other = running.putIfAbsent(key, mine);
        while (other != null) {
            if (!await(other, deadline - System.nanoTime())) {
                return Optional.empty();
            }
            other = running.putIfAbsent(key, mine);
        }
        return Optional.of(() -> {
            running.remove(key, mine);
            mine.countDown();
        });
    }

    private boolean await(CountDownLatch other, long nanos) {
        if (nanos <= 0 || !waiters.tryAcquire()) {
            return false;
        }
        try {
            return other.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiters.release();
        }
    }
}
