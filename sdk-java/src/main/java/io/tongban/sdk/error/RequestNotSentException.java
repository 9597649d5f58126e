package io.tongban.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing left for the gateway: no connection, no access token, or none of the gateway's keys to check its answer with.
 * There is no effect; call again when the reason is gone.
 */
public final class RequestNotSentException extends TongbanException {
    private static final long serialVersionUID = 1;

    private final boolean passing;

    /** @param passing whether the same call may be sent later */
    public RequestNotSentException(CallInfo call, String reason, boolean passing, @Nullable Throwable cause) {
        super(call, call.text() + " was not sent: " + reason, cause);
        this.passing = passing;
    }

    /** Whether the reason may go by itself, as an outage does; a wrong key or a closed client stays. */
    public boolean isPassing() {
        return passing;
    }

    @Override
    public boolean mayHaveHappened() {
        return false;
    }
}
