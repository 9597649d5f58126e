package io.tongban.sdk;

import io.tongban.api.internal.Given;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a caller may say about one effect. Immutable; begin with {@link #none()}. */
public final class RequestOptions {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final RequestOptions NONE = new RequestOptions(null, null, null, null);

    private final @Nullable String idempotencyKey;
    private final @Nullable Duration timeout;
    private final @Nullable Duration preferredWait;
    private final @Nullable String traceparent;

    private RequestOptions(
            @Nullable String idempotencyKey,
            @Nullable Duration timeout,
            @Nullable Duration preferredWait,
            @Nullable String traceparent) {
        this.idempotencyKey = idempotencyKey;
        this.timeout = timeout;
        this.preferredWait = preferredWait;
        this.traceparent = traceparent;
    }

    public static RequestOptions none() {
        return NONE;
    }

    /** In place of the derived one; 1 to 64 printable ASCII characters, no blanks, nothing personal. */
    public RequestOptions withIdempotencyKey(String key) {
        if (key == null || !key.matches("[\\x21-\\x7E]{1,64}")) {
            throw new IllegalArgumentException("An idempotency key has 1 to 64 printable ASCII characters, no blanks");
        }
        return new RequestOptions(key, timeout, preferredWait, traceparent);
    }

    /** Of one try, in place of the client's. */
    public RequestOptions withTimeout(Duration length) {
        return new RequestOptions(idempotencyKey, Endpoints.positive(length), preferredWait, traceparent);
    }

    /**
     * How long the gateway may hold its answer to a withholding for a final outcome: whole seconds, 1 to 10. The
     * time-out grows by it. Other effects are answered at once and have no use for it.
     */
    public RequestOptions withWait(Duration wait) {
        if (wait == null || wait.toSeconds() < 1 || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("The gateway waits 1 to 10 seconds, not " + wait);
        }
        return new RequestOptions(idempotencyKey, timeout, wait, traceparent);
    }

    /** W3C trace context of the caller, to be continued. */
    public RequestOptions withTraceparent(String parent) {
        return new RequestOptions(idempotencyKey, timeout, preferredWait, Given.value(parent, "parent"));
    }

    @Nullable
    String idempotencyKey() {
        return idempotencyKey;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    @Nullable
    Duration preferredWait() {
        return preferredWait;
    }

    @Nullable
    String traceparent() {
        return traceparent;
    }

    @Override
    public String toString() {
        return "RequestOptions[" + idempotencyKey + ", " + timeout + ", " + preferredWait + ", " + traceparent + "]";
    }
}
