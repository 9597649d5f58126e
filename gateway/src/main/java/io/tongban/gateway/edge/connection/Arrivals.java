package io.tongban.gateway.edge.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tongban.gateway.trust.access.AddressRange;
import io.tongban.gateway.trust.access.TokenBucket;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many connections an address may begin that bring nothing, its share at once and some more with time: who is cut may
 * not come again as fast as it likes, since a handshake costs more than what cut it. And when those are served that come
 * in the same instant: some at once, the others one after the other. Thread-safe.
 */
final class Arrivals {
    /** A new address may begin its whole share at once, and has it back after so long. */
    private static final Duration WHOLE_SHARE = Duration.ofSeconds(25);

    /** This part of a share is served at once. */
    private static final int A_SIXTEENTH = 16;
    /** In which a whole share is served; whoever would have to wait longer is better told at once. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

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

    private record Account(TokenBucket share, TokenBucket pace) {}

    /**
     * Begins another one of this address.
     *
     * @return nanoseconds until it is to be served, 0 for at once; -1 if it may not be begun now
     */
    long take(AddressRange address) {
        Account account = account(address);
        if (!account.share().take()) {
            return -1;
        }
        long turn = account.pace().reserve(LONGEST_WAIT.toNanos());
        if (turn < 0) {
            account.share().add(1);
        }
        return turn;
    }

    /** One that has brought a request does not count. */
    void giveBack(AddressRange address) {
        account(address).share().add(1);
    }

    /** One that brought a request and had to be cut all the same does. */
    void charge(AddressRange address) {
        account(address).share().add(-1);
    }

    /** One whose request was answered well holds up none of those that follow: not everyone keeps connections. */
    void served(AddressRange address) {
        account(address).pace().add(1);
    }

    private Account account(AddressRange address) {
        return accounts.get(address, first -> new Account(new TokenBucket(most, WHOLE_SHARE, nanoTime), pace()));
    }

    private TokenBucket pace() {
        long atOnce = Math.max(1, most / A_SIXTEENTH);
        return new TokenBucket(atOnce, LONGEST_WAIT.multipliedBy(atOnce).dividedBy(most), nanoTime);
    }
}
