package io.tongban.signature;

import static java.util.Objects.requireNonNull;

/** A message or its signature fields do not allow a signature base to be built. The verifiers turn it into an outcome. */
public final class SignatureRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** A component's name may be as long as the sender likes. */
    private static final int LONGEST_DETAIL = 200;

    private final SignatureFailure reason;

    public SignatureRefusedException(SignatureFailure reason, String detail) {
        super(bounded(detail));
        this.reason = reason;
    }

    public SignatureFailure reason() {
        return reason;
    }

    /** One sentence of at most 200 characters, printable ASCII, without any secret. */
    public String detail() {
        return requireNonNull(getMessage());
    }

    private static String bounded(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 3) + "...";
    }
}
