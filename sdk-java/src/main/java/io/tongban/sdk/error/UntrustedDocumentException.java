package io.tongban.sdk.error;

import io.tongban.signature.SignatureFailure;

/** A webhook or a receipt that the gateway did not sign. It was not read; do nothing because of it. */
public final class UntrustedDocumentException extends TongbanException {
    private static final long serialVersionUID = 1;

    private final SignatureFailure reason;

    public UntrustedDocumentException(CallInfo call, SignatureFailure reason) {
        super(call, "This " + call.operation() + " is not trusted: " + reason, null);
        this.reason = reason;
    }

    public SignatureFailure reason() {
        return reason;
    }

    @Override
    public boolean mayHaveHappened() {
        return false;
    }
}
