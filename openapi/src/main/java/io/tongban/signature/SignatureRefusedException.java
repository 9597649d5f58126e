package io.tongban.signature;

import static java.util.Objects.requireNonNull;

/** A message or its signature fields do not allow a signature base to be built. The verifiers turn it into an outcome. */
public final class SignatureRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final SignatureFailure reason;

    public SignatureRefusedException(SignatureFailure reason, String detail) {
        super(requireNonNull(detail));
        this.reason = reason;
    }

    public SignatureFailure reason() {
        return reason;
    }

    /** One sentence, printable ASCII, without any secret. */
    public String detail() {
        return requireNonNull(getMessage());
    }
}
