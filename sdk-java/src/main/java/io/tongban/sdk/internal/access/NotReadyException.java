package io.tongban.sdk.internal.access;

import io.tongban.sdk.transport.TransportException;
import io.tongban.sdk.transport.TransportException.Failure;
import org.jspecify.annotations.Nullable;

/** Something that a call needs before it can leave could not be had. The text holds no secret. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean passing;
    private final boolean hungUp;

    NotReadyException(String reason, boolean passing, @Nullable Throwable cause) {
        super(reason, cause);
        this.hungUp = cause instanceof TransportException known && known.failure() == Failure.HUNG_UP;
        this.passing = passing;
    }

    /** Whether it may be had a moment later. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether the far side closed the connection as it had announced. */
    public boolean isHungUp() {
        return hungUp;
    }
}
