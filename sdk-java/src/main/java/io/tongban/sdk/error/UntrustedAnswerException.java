package io.tongban.sdk.error;

import io.tongban.signature.SignatureFailure;

/**
 * An answer whose signature is missing, wrong, of another key or for another request. Neither its status nor its body
 * was read. Someone stands in between, or the base URL is not the gateway's; an effect may have happened.
 */
public final class UntrustedAnswerException extends TongbanException {
    private static final long serialVersionUID = 1;

    private final SignatureFailure reason;

    /** @param hint for the engineer who reads the message; empty for none */
    public UntrustedAnswerException(CallInfo call, SignatureFailure reason, String hint) {
        super(
                call,
                call.text() + " got an answer that is not trusted: " + reason + hint + ", trace " + call.traceId(),
                null);
        this.reason = reason;
    }

    public SignatureFailure reason() {
        return reason;
    }

    @Override
    public boolean mayHaveHappened() {
        return call().isEffect();
    }
}
