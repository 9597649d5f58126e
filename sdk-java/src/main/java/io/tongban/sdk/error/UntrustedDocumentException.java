package io.tongban.sdk.error;

import io.tongban.signature.SignatureFailure;

/** A webhook or a receipt that the gateway did not sign. It was not read; do nothing because of it. */
public final class UntrustedDocumentException extends TongbanException {
    private static final long serialVersionUID = 1;

    private final SignatureFailure reason;

    private final String detail;

    /** @param detail one sentence for the engineer; no personal data */
    public UntrustedDocumentException(CallInfo call, SignatureFailure reason, String detail) {
        super(
                call,
                "This " + call.operation() + " is not trusted: " + reason + (detail.isEmpty() ? "" : ", " + detail),
                null);
        this.reason = reason;
        this.detail = detail;
    }

    public SignatureFailure reason() {
        return reason;
    }

    /** What was found, in one sentence for the engineer, such as which covered field differs; no personal data. */
    public String detail() {
        return detail;
    }

    @Override
    public boolean mayHaveHappened() {
        return false;
    }
}
