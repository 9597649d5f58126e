package io.tongban.province.dialect;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Text in a province's charset. In here a character has its canonical code; on a GBK or GB 18030 wire it has the octets
 * that it always had there, whichever edition of the standard Java's own table follows: 䶮 U+4DAE is FE9F, for which
 * Java's GBK has the private U+E863. What the charset has not is refused, and never becomes a question mark.
 */
public final class WireText {
    private final Charset charset;
    private final byte blank;
    /** From the canonical character to that for which Java's table has the octets. */
    private final Map<Character, Character> toJava = new HashMap<>();

    private final Map<Character, Character> toCanonical = new HashMap<>();

    public WireText(Charset charset) {
        this.charset = charset;
        this.blank = " ".getBytes(charset)[0];
        if (charset.name().startsWith("GB")) {
            MovedCharacters.ALL.forEach(this::move);
        }
    }

    private void move(MovedCharacters.Moved moved) {
        toCanonical.put(moved.formerly(), moved.canonical());
        String java = new String(moved.octets(), charset);
        if (java.length() == 1 && java.charAt(0) != moved.canonical()) {
            toJava.put(moved.canonical(), java.charAt(0));
            toCanonical.put(java.charAt(0), moved.canonical());
        }
    }

    /** @throws CharacterCodingException if the charset has not every character */
    public byte[] encode(String text) throws CharacterCodingException {
        ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(replaced(text, toJava)));
        byte[] octets = new byte[bytes.remaining()];
        bytes.get(octets);
        return octets;
    }

    /** How many octets a text has; more than any field holds if the charset has not every character. */
    public int octets(String text) {
        try {
            return encode(text).length;
        } catch (CharacterCodingException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** @throws CharacterCodingException if this is no text */
    public String decode(ByteBuffer octets) throws CharacterCodingException {
        return canonical(charset.newDecoder().decode(octets).toString());
    }

    /** As far as it is text, with U+FFFD for what is none. */
    public String decodeAsFarAsPossible(byte[] octets) {
        return canonical(new String(octets, charset));
    }

    /**
     * A field of fixed width, without the blanks or zero octets that fill it. Half a character at its end, where a longer
     * text was cut by octets, is dropped.
     */
    public String unpadded(byte[] octets) {
        int end = octets.length;
        while (end > 0 && (octets[end - 1] == blank || octets[end - 1] == 0)) {
            end--;
        }
        String text = decodeAsFarAsPossible(Arrays.copyOf(octets, end));
        while (text.endsWith("\uFFFD")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    /** Whether every character arrives, and means over there what it means here. */
    public boolean carries(String text) {
        try {
            return decode(ByteBuffer.wrap(encode(text))).equals(text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private String canonical(String text) {
        return replaced(text, toCanonical);
    }

    private static String replaced(String text, Map<Character, Character> by) {
        int first = 0;
        while (first < text.length() && !by.containsKey(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder made = new StringBuilder(text);
        for (int i = first; i < made.length(); i++) {
            made.setCharAt(i, by.getOrDefault(made.charAt(i), made.charAt(i)));
        }
        return made.toString();
    }
}
