package io.tongban.sandbox.province;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Text as a province's system keeps it. GBK's octets mean there what GB 18030 says of them, whose first two thirds they
 * are: FE9F is 䶮 U+4DAE, and not the private code that Java's GBK still has.
 */
public final class BookText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private BookText() {}

    /** @throws CharacterCodingException if this is no text of the charset */
    public static String read(byte[] octets, Charset charset) throws CharacterCodingException {
        String plain = charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        return isGbk(charset)
                ? GB18030.newDecoder().decode(ByteBuffer.wrap(octets)).toString()
                : plain;
    }

    /** @throws IllegalArgumentException if the charset has not every character */
    public static byte[] write(String text, Charset charset) {
        if (!canHold(text, charset)) {
            throw new IllegalArgumentException("a character that is not in " + charset);
        }
        return text.getBytes(isGbk(charset) ? GB18030 : charset);
    }

    public static boolean canHold(String text, Charset charset) {
        if (!isGbk(charset)) {
            return charset.newEncoder().canEncode(text);
        }
        try {
            // In GBK no character has more than two octets.
            return text.codePoints().allMatch(character -> octets(character) <= 2);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int octets(int character) {
        try {
            return GB18030.newEncoder()
                    .encode(CharBuffer.wrap(Character.toString(character)))
                    .remaining();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("no character", e);
        }
    }

    private static boolean isGbk(Charset charset) {
        return charset.name().equals("GBK");
    }
}
