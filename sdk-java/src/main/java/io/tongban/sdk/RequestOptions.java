package io.tongban.sdk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may say about one effect. Immutable.
 *
 * @param idempotencyKey in place of the derived one; 1 to 64 printable ASCII characters
 * @param timeout of one try, in place of the client's
 * @param traceparent W3C trace context of the caller, to be continued
 */
public record RequestOptions(
        @Nullable String idempotencyKey,
        @Nullable Duration timeout,
        @Nullable String traceparent) {
    private static final RequestOptions NONE = new RequestOptions(null, null, null);

    public RequestOptions {
        if (idempotencyKey != null && !idempotencyKey.matches("[\\x21-\\x7E]{1,64}")) {
            throw new IllegalArgumentException("An idempotency key has 1 to 64 printable ASCII characters, no blanks");
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("A time-out is longer than nothing");
        }
    }

    public static RequestOptions none() {
        return NONE;
    }

    public RequestOptions withIdempotencyKey(String key) {
        return new RequestOptions(key, timeout, traceparent);
    }

    public RequestOptions withTimeout(Duration length) {
        return new RequestOptions(idempotencyKey, length, traceparent);
    }

    public RequestOptions withTraceparent(String parent) {
        return new RequestOptions(idempotencyKey, timeout, parent);
    }
}
