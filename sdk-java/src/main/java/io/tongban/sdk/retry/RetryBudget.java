package io.tongban.sdk.retry;

import io.tongban.api.internal.Given;
import java.time.Duration;

/**
 * How often one client tries again. Tries are counted for each call; besides, all calls of a client draw from one
 * bucket, so that a gateway in trouble is not struck by a multiple of its load.
 *
 * @param attempts most tries of one call, the first included; at least 1
 * @param tokens size of the bucket, full at first; a retry takes one
 * @param tokensPerSuccess what each success puts back, 0 to 1
 * @param firstPause upper bound of the first pause; it doubles with each try, and the pause is drawn below it
 * @param longestPause upper bound of every pause
 * @param longestRetryAfter a Retry-After up to this is waited for; a longer one is handed to the caller at once
 */
public record RetryBudget(
        int attempts,
        int tokens,
        double tokensPerSuccess,
        Duration firstPause,
        Duration longestPause,
        Duration longestRetryAfter) {
    public RetryBudget {
        boolean negative = Given.value(firstPause, "firstPause").isNegative()
                || Given.value(longestPause, "longestPause").isNegative()
                || Given.value(longestRetryAfter, "longestRetryAfter").isNegative();
        if (attempts < 1 || tokens < 0 || !(tokensPerSuccess >= 0 && tokensPerSuccess <= 1) || negative) {
            throw new IllegalArgumentException("Not a retry budget: " + attempts + " attempts, " + tokens + " tokens");
        }
    }

    /** Four tries, 20 tokens, 0.1 back for each success, pauses from 200 ms to 5 s, Retry-After up to 20 s. */
    public static RetryBudget standard() {
        return new RetryBudget(4, 20, 0.1, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    /** One try. */
    public static RetryBudget none() {
        return new RetryBudget(1, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
