package io.tongban.sdk.error;

import org.jspecify.annotations.Nullable;

/** A read was sent and no answer came, in time or whole. Nothing can have changed; read again. */
public final class NoAnswerException extends TongbanException {
    private static final long serialVersionUID = 1;

    public NoAnswerException(CallInfo call, String reason, @Nullable Throwable cause) {
        super(call, call.text() + " got no answer: " + reason + ", trace " + call.traceId(), cause);
    }

    @Override
    public boolean mayHaveHappened() {
        return false;
    }
}
