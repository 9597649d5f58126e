package io.tongban.sdk.internal.access;

import io.tongban.sdk.key.GatewayKeys;
import java.time.Duration;
import java.time.Instant;

/**
 * Fetched keys, and how long they serve.
 *
 * @param askedAt when the gateway was last asked for them
 * @param freshUntil from then on newer ones are asked for first
 * @param usableUntil from then on they are not used, even if newer ones cannot be had
 */
record HeldKeys(GatewayKeys keys, Instant askedAt, Instant freshUntil, Instant usableUntil) {
    private static final Duration GRACE = Duration.ofHours(1);

    static HeldKeys fetched(GatewayKeys keys, Instant now, Duration maxAge) {
        Instant freshUntil = now.plus(maxAge);
        return new HeldKeys(keys, now, freshUntil, freshUntil.plus(GRACE));
    }

    /** The same for a while, because newer ones could not be had. */
    HeldKeys onceMore(Instant now, Duration pause) {
        return new HeldKeys(keys, now, now.plus(pause), usableUntil);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    boolean isUsable(Instant now) {
        return now.isBefore(usableUntil);
    }
}
