package io.tongban.gateway.trust.access;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * What is left of a tenant's window, for the RateLimit fields (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param quota requests a window
 * @param windowSeconds length of the window
 * @param remaining requests left in this window; negative when too many were sent
 * @param resetSeconds until the next window
 */
public record Rate(int quota, int windowSeconds, int remaining, int resetSeconds) {
    private static final String KEY = Rate.class.getName();

    /** @throws ProblemException rate-limited */
    void require() {
        if (remaining < 0) {
            ProblemException refused =
                    new ProblemException(ProblemType.RATE_LIMITED).retryAfter(Duration.ofSeconds(resetSeconds));
            throw isIgnored() ? refused.farewell() : refused;
        }
    }

    /** Whether so many were sent beyond it that no program can have missed being told. */
    private boolean isIgnored() {
        return remaining < -quota / 10;
    }

    /** The RateLimit-Policy field. */
    public String policyField() {
        return "\"partner\";q=" + quota + ";w=" + windowSeconds;
    }

    /** The RateLimit field. */
    public String limitField() {
        return "\"partner\";r=" + Math.max(0, remaining) + ";t=" + resetSeconds;
    }

    void keepIn(RoutingContext context) {
        context.put(KEY, this);
    }

    public static Optional<Rate> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
