package io.tongban.sandbox.province.tcp;

import java.util.Optional;

/**
 * A request's head, fields as they stand in the frame, and the reader that stands before the body. Silent in {@link #toString()}.
 *
 * @param operator ten bytes, padded right with blanks
 */
record RequestHead(String code, String serial, String operator, String time, String key, FieldReader body) {
    private static final int LENGTH = 64;

    /** Nothing if the frame is too short for a head, or the head is not ASCII. */
    static Optional<RequestHead> of(byte[] frame) {
        if (frame.length < LENGTH) {
            return Optional.empty();
        }
        try {
            FieldReader fields = new FieldReader(frame);
            return Optional.of(new RequestHead(
                    fields.ascii(4), fields.ascii(20), fields.ascii(10), fields.ascii(14), fields.ascii(16), fields));
        } catch (UnreadableFieldException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "RequestHead[…]";
    }
}
