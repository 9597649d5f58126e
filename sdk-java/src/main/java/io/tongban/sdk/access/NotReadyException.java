package io.tongban.sdk.access;

import org.jspecify.annotations.Nullable;

/** Something that a call needs before it can leave could not be had. The text holds no secret. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean passing;

    NotReadyException(String reason, boolean passing, @Nullable Throwable cause) {
        super(reason, cause);
        this.passing = passing;
    }

    /** Whether it may be had a moment later. */
    public boolean isPassing() {
        return passing;
    }
}
