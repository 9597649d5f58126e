package io.tongban.sandbox.province.tcp;

import java.util.Optional;

/**
 * A request's head, and the reader that stands before the body. Silent in {@link #toString()}.
 *
 * @param operator with the blanks that pad it
 */
record RequestHead(String code, String serial, String operator, String time, String key, FieldReader body) {
    /** Nothing if the frame is too short for a head, or the head is not ASCII. */
    static Optional<RequestHead> of(byte[] frame, DialectSettings dialectSettings) {
        try {
            FieldReader reader = new FieldReader(frame);
            Fields fields = dialectSettings.requestHead().read(reader, dialectSettings.charset());
            return Optional.of(new RequestHead(
                    fields.text("transaction"),
                    fields.text("serial"),
                    fields.raw("operator"),
                    fields.text("sent-at"),
                    fields.text("key"),
                    reader));
        } catch (UnreadableFieldException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "RequestHead[…]";
    }
}
