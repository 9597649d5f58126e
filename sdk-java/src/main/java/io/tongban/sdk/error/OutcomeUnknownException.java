package io.tongban.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * An effect was sent, and no one can say here whether it happened. Repeat the same call with the same content: it
 * carries the same idempotency key, so the gateway does it once, also after a restart of this program. What the repeat
 * answers is the <em>first</em> answer, octet for octet, as it was when the effect was accepted, not what has become of
 * it since: a withholding that a webhook has reported CONFIRMED is ACCEPTED in it. Read the thing again for its present
 * state, and let your own table take what has the higher {@code revision}. If the first try never arrived, the repeat is
 * simply the first. Where the key is not derived from a reference (see {@code Agency}), pass {@link #idempotencyKey()}
 * on. The cause, if any, is the last thing that was seen.
 */
public final class OutcomeUnknownException extends TongbanException {
    private static final long serialVersionUID = 1;

    public OutcomeUnknownException(CallInfo call, String reason, @Nullable Throwable cause) {
        super(
                call,
                call.text() + " may have happened: " + reason + "; repeat it under the idempotency key "
                        + call.idempotencyKey() + " to find out, trace " + call.traceId(),
                cause);
    }

    @Override
    public boolean mayHaveHappened() {
        return true;
    }
}
