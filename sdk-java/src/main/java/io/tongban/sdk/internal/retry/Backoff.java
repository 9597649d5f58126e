package io.tongban.sdk.internal.retry;

import io.tongban.sdk.retry.RetryBudget;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Exponential pauses with full jitter, so that clients which failed together do not come back together. */
public final class Backoff {
    private final RetryBudget budget;
    private final DoubleSupplier random;

    /** @param random draws from 0 to 1 */
    public Backoff(RetryBudget budget, DoubleSupplier random) {
        this.budget = budget;
        this.random = random;
    }

    /**
     * @param retry 1 for the first retry
     * @param retryAfter what the far side asked for; waited for in full, the jitter comes on top
     */
    public Duration pause(int retry, @Nullable Duration retryAfter) {
        int doublings = Math.min(retry - 1, 20);
        Duration bound = budget.firstPause().multipliedBy(1L << doublings);
        if (bound.compareTo(budget.longestPause()) > 0) {
            bound = budget.longestPause();
        }
        Duration drawn = Duration.ofNanos((long) (bound.toNanos() * random.getAsDouble()));
        return retryAfter == null ? drawn : retryAfter.plus(drawn);
    }

    /** Whether the far side asked for more patience than this client has. */
    public boolean isTooLong(@Nullable Duration retryAfter) {
        return retryAfter != null && retryAfter.compareTo(budget.longestRetryAfter()) > 0;
    }
}
