package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Transaction;
import java.util.Map;

/**
 * A request as it came. Silent in {@link #toString()}: it holds personal data.
 *
 * @param body fields by name, without the blanks around them
 */
record Request(Transaction transaction, String serial, String operator, Map<String, String> body) {
    Request {
        body = Map.copyOf(body);
    }

    /** @throws UnreadableRequestException if there is no head to answer to */
    static Request parse(String text, DialectSettings dialectSettings) throws UnreadableRequestException {
        MessageDocument read = MessageDocument.parse(text);
        String serial = read.head().getOrDefault("lsh", "");
        if (!serial.matches("[0-9A-Z]{20}")) {
            throw new UnreadableRequestException("a serial has 20 characters");
        }
        return new Request(
                dialectSettings.transaction(read.head().getOrDefault("jydm", "")),
                serial,
                read.head().getOrDefault("czy", ""),
                read.body());
    }

    /** A field of the body, which must be there. */
    String field(String name) throws UnreadableRequestException {
        String value = body.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new UnreadableRequestException("field " + name + " is missing");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Request[" + transaction + "]";
    }
}
