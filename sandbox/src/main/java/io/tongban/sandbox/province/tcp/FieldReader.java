package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.BookText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Takes fields of fixed width in bytes, one after the other. */
final class FieldReader {
    private final ByteBuffer bytes;

    FieldReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** As it stands, blanks included. */
    String ascii(int width) throws UnreadableFieldException {
        return decode(width, StandardCharsets.US_ASCII);
    }

    /** Without the blanks that pad it. */
    String text(int width, Charset charset) throws UnreadableFieldException {
        return decode(width, charset).stripTrailing();
    }

    void end() throws UnreadableFieldException {
        if (bytes.hasRemaining()) {
            throw new UnreadableFieldException("longer than the layout");
        }
    }

    private String decode(int width, Charset charset) throws UnreadableFieldException {
        if (bytes.remaining() < width) {
            throw new UnreadableFieldException("shorter than the layout");
        }
        byte[] field = new byte[width];
        bytes.get(field);
        try {
            // A new decoder reports what does not decode; the convenience of String would put in a replacement.
            return BookText.read(field, charset);
        } catch (CharacterCodingException e) {
            throw new UnreadableFieldException("not in the charset");
        }
    }
}
