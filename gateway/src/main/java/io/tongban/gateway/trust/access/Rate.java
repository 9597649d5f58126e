package io.tongban.gateway.trust.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * What is left of a client's window, for the RateLimit fields (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param quota requests a window
 * @param windowSeconds length of the window
 * @param remaining requests left in this window; negative when too many were sent
 * @param resetSeconds until the next window
 */
public record Rate(int quota, int windowSeconds, int remaining, int resetSeconds) {
    private static final String KEY = Rate.class.getName();

    boolean exceeded() {
        return remaining < 0;
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
