package io.tongban.gateway.edge.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tongban.gateway.trust.access.AddressRange;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many connections an address may begin that bring nothing: its share at once, and some more with time. Who is cut
 * may not come again as fast as it likes, since a handshake costs more than what cut it. Thread-safe.
 */
final class Arrivals {
    /** A new address may begin its whole share at once, and has it back after so long. */
    private static final Duration WHOLE_SHARE = Duration.ofSeconds(25);

    private static final int ADDRESSES = 100_000;

    private final long most;
    private final LongSupplier nanoTime;
    private final Cache<AddressRange, Account> accounts;

    Arrivals(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
        this.accounts = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(WHOLE_SHARE)
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /** Whether this address may begin another now. */
    boolean take(AddressRange address) {
        return accounts.get(address, first -> new Account()).take();
    }

    /** One that has brought a request does not count. */
    void giveBack(AddressRange address) {
        accounts.get(address, first -> new Account()).add(1);
    }

    /** One that brought a request and had to be cut all the same does. */
    void charge(AddressRange address) {
        accounts.get(address, first -> new Account()).add(-1);
    }

    /** In nanoseconds, so that no part of a connection gets lost in rounding. */
    private final class Account {
        private final long one = WHOLE_SHARE.toNanos() / most;
        private long saved = most * one;
        private long last = nanoTime.getAsLong();

        synchronized boolean take() {
            long now = nanoTime.getAsLong();
            saved = Math.min(most * one, saved + now - last);
            last = now;
            if (saved < one) {
                return false;
            }
            saved -= one;
            return true;
        }

        synchronized void add(int connections) {
            saved = Math.max(-most * one, Math.min(most * one, saved + connections * one));
        }
    }
}
