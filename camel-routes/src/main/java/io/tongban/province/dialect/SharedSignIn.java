package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One sign-in for all calls to a province, renewed by one call while the others wait for it. When it ends is for the
 * province to say, by its return code; its clock may be wrong, and it may drop a sign-in at any time.
 */
public final class SharedSignIn {
    private final Duration patience;
    private final Supplier<String> ask;
    private final SignInPatience between;
    private final LongSupplier nanos;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile String token = "";
    private volatile long attempts;
    private volatile boolean lastFailed;
    /** Whether it is known of this token that it is over; guarded by the renewal. */
    private boolean overCounted;

    /**
     * @param province for the log
     * @param patience how long a call waits for another that is signing in
     * @param ask signs in and returns the token; throws {@link CallFailed} if none can be had
     */
    public SharedSignIn(String province, Duration patience, Supplier<String> ask) {
        this(province, patience, ask, System::nanoTime);
    }

    /** @param nanos a clock that only measures */
    SharedSignIn(String province, Duration patience, Supplier<String> ask, LongSupplier nanos) {
        this.between = new SignInPatience(province);
        this.nanos = nanos;
        this.patience = patience;
        this.ask = ask;
    }

    /** @throws CallFailed if there is no token and none can be had */
    public String token() {
        String current = token;
        return current.isEmpty() ? after("") : current;
    }

    /**
     * The token that follows one that is over.
     *
     * @throws CallFailed if none can be had
     */
    public String after(String over) {
        long seen = attempts;
        try {
            if (!renewal.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CallFailed(UnknownCause.NOT_SIGNED_IN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(UnknownCause.NOT_SIGNED_IN);
        }
        try {
            return renewed(over, seen);
        } finally {
            renewal.unlock();
        }
    }

    private String asked() {
        try {
            String fresh = ask.get();
            between.signedIn(nanos.getAsLong());
            overCounted = false;
            return fresh;
        } catch (CallFailed e) {
            between.failed(e.reason(), nanos.getAsLong());
            throw e;
        }
    }

    private String renewed(String over, long seen) {
        if (!token.equals(over)) {
            return token;
        }
        if (attempts == seen) {
            if (!over.isEmpty() && !overCounted) {
                overCounted = true;
                between.over(nanos.getAsLong());
            }
            between.requireOver(nanos.getAsLong());
            attempts = seen + 1;
            lastFailed = true;
            token = asked();
            lastFailed = false;
        } else if (lastFailed) {
            // Whoever went first has just failed; a queue of callers must not fail one after the other.
            throw new CallFailed(UnknownCause.NOT_SIGNED_IN);
        }
        return token;
    }
}
