package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Transaction;
import java.util.Map;

/**
 * A business document as it came. Silent in {@link #toString()}: it holds personal data.
 *
 * @param serial the caller's, may be empty for what leaves no trace
 * @param token of the sign-in, empty when signing in
 * @param body fields by name, without the blanks around them
 */
record BusinessRequest(
        Transaction transaction, String serial, String operator, String token, Map<String, String> body) {
    private static final Map<String, Transaction> TRANSCODES = Map.of(
            "SIGNIN", Transaction.SIGN_IN,
            "GD1001", Transaction.REGISTER,
            "GD2001", Transaction.WITHHOLD,
            "GD2009", Transaction.INQUIRE,
            "GD3001", Transaction.STATUS);

    BusinessRequest {
        body = Map.copyOf(body);
    }

    static BusinessRequest parse(String document) throws UnreadableRequestException {
        BusinessDocument read = BusinessDocument.parse(document);
        Transaction transaction = TRANSCODES.get(read.head().getOrDefault("transcode", ""));
        if (transaction == null) {
            throw new UnreadableRequestException("transcode unknown");
        }
        String serial = read.head().getOrDefault("serial", "");
        if (serial.length() > 20 || (transaction.hasEffect() && serial.length() != 20)) {
            throw new UnreadableRequestException("a serial has 20 characters");
        }
        return new BusinessRequest(
                transaction,
                serial,
                read.head().getOrDefault("operator", ""),
                read.head().getOrDefault("token", ""),
                read.body());
    }

    /** A field of the body, which must be there. */
    String field(String name) throws UnreadableRequestException {
        String value = body.get(name);
        if (value == null || value.isEmpty()) {
            throw new UnreadableRequestException("field " + name + " is missing");
        }
        return value;
    }

    @Override
    public String toString() {
        return "BusinessRequest[" + transaction + "]";
    }
}
