package io.tongban.province.farside;

import java.nio.charset.Charset;
import java.util.stream.Collectors;

/**
 * What a system keeps of a text in its charset, with a question mark for what it has not. In GBK the octets FE50 to FEA0
 * mean what GB 18030 says of them; Java's GBK still has private codes there.
 */
public final class SystemBehind {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Private in the standard, too. */
    private static final String STILL_PRIVATE = "\uE816\uE817\uE818\uE831\uE83B\uE855";

    private SystemBehind() {}

    public static String kept(String text, Charset charset) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> keptOf(character, charset))
                .collect(Collectors.joining());
    }

    private static String keptOf(String character, Charset charset) {
        if (!charset.name().startsWith("GB")) {
            return new String(character.getBytes(charset), charset);
        }
        byte[] octets = character.getBytes(GB18030);
        if (octets.length == 2
                && (octets[0] & 0xFF) == 0xFE
                && (octets[1] & 0xFF) >= 0x50
                && (octets[1] & 0xFF) <= 0xA0) {
            return character;
        }
        boolean formerly = character.charAt(0) >= '\uE815' && character.charAt(0) <= '\uE864';
        return formerly && !STILL_PRIVATE.contains(character) ? "?" : new String(character.getBytes(charset), charset);
    }
}
