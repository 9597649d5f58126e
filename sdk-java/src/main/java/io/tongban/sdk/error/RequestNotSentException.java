package io.tongban.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing left for the gateway: no connection, no access token, or none of the gateway's keys to check its answer with.
 * There is no effect; call again when the reason is gone.
 */
public final class RequestNotSentException extends TongbanException {
    private static final long serialVersionUID = 1;

    public RequestNotSentException(CallInfo call, String reason, @Nullable Throwable cause) {
        super(call, call.text() + " was not sent: " + reason, cause);
    }

    @Override
    public boolean mayHaveHappened() {
        return false;
    }
}
