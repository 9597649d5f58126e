package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Transaction;
import java.util.Map;

/**
 * A business document as it came. Silent in {@link #toString()}: it holds personal data.
 *
 * @param envelope in which it came, and will be answered
 * @param serial the caller's, may be empty for what leaves no trace
 * @param token of the sign-in, empty when signing in
 * @param body fields by element, without the blanks around them
 */
record BusinessRequest(
        DialectSettings dialectSettings,
        Envelope envelope,
        Transaction transaction,
        String serial,
        String operator,
        String token,
        Map<String, String> body) {
    BusinessRequest {
        body = Map.copyOf(body);
    }

    static BusinessRequest parse(String document, DialectSettings dialectSettings) throws UnreadableRequestException {
        BusinessDocument read = BusinessDocument.parse(document, dialectSettings.envelopes());
        Transaction transaction = dialectSettings
                .transaction(head(read, "transaction"))
                .orElseThrow(() -> new UnreadableRequestException("transcode unknown"));
        if (!dialectSettings.takes(read.envelope(), transaction)) {
            throw new UnreadableRequestException("not in this envelope today");
        }
        String serial = head(read, "serial");
        if (serial.length() > 20 || (transaction.hasEffect() && serial.length() != 20)) {
            throw new UnreadableRequestException("a serial has 20 characters");
        }
        return new BusinessRequest(
                dialectSettings,
                read.envelope(),
                transaction,
                serial,
                head(read, "operator"),
                head(read, "token"),
                read.body());
    }

    private static String head(BusinessDocument document, String field) {
        return document.head().getOrDefault(document.envelope().element(field), "");
    }

    /** A field of the body, which must be there. */
    String field(String field) throws UnreadableRequestException {
        String element = dialectSettings.element(field);
        String value = body.get(element);
        if (value == null || value.isEmpty()) {
            throw new UnreadableRequestException("field " + element + " is missing");
        }
        return value;
    }

    @Override
    public String toString() {
        return "BusinessRequest[" + transaction + "]";
    }
}
