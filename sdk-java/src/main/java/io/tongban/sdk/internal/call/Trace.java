package io.tongban.sdk.internal.call;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context: one trace for all tries of a call, one span for each.
 *
 * @param id 32 hex digits
 * @param flags 2 hex digits
 */
record Trace(String id, String flags) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})");

    /** Continues the caller's trace, or begins one. */
    static Trace of(@Nullable String traceparent) {
        var given = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (given.matches()) {
            return new Trace(given.group(1), given.group(2));
        }
        return new Trace(hex() + hex(), "01");
    }

    /** The field of one try. */
    String traceparent() {
        return "00-" + id + "-" + hex() + "-" + flags;
    }

    /** Never all zero, which the standard forbids. */
    private static String hex() {
        return String.format("%016x", ThreadLocalRandom.current().nextLong() | 1);
    }
}
