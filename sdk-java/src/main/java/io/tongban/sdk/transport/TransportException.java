package io.tongban.sdk.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why there is no answer. The text names hosts and reasons, never fields or bodies. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1;

    /** How far the request came. */
    public enum Failure {
        /** No connection was made: not one octet of the request left. */
        NOT_CONNECTED,
        /** The far side's certificate is not trusted, or is for another host: not one octet of the request left. */
        UNTRUSTED,
        /** Too slow; the far side may have the request. */
        TIMED_OUT,
        /**
         * The far side closed the connection as it had announced, as at a restart, and said no answer to this request;
         * it may have the request.
         */
        HUNG_UP,
        /** The connection broke; the far side may have the request. */
        BROKEN,
        /** The answer was too long to be read; the far side has the request. */
        TOO_LARGE
    }

    private final Failure failure;

    public TransportException(Failure failure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
