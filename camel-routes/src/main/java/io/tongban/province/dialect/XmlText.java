package io.tongban.province.dialect;

import io.tongban.province.profile.Field;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of what provinces write as XML what a parser takes: a booking must not be unreadable because of a mark before
 * the document or a stray character in a mere message. What no XML can hold becomes U+FFFD, and a value that has one is
 * taken for nothing but a message: never for a serial, an amount or a number.
 */
public final class XmlText {
    private static final String REPLACED = "\uFFFD";
    /** A character that XML 1.0 has not, production [2]; half a pair included. */
    private static final Pattern IMPOSSIBLE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
    /** A reference by number; two in a row may be the halves of a pair. */
    private static final Pattern REFERENCE =
            Pattern.compile("&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));(?:&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));)?");

    private XmlText() {}

    /** A document, decoded. */
    public static String readable(String xml) {
        if (isPlain(xml)) {
            return xml;
        }
        int begin = 0;
        while (begin < xml.length() && xml.charAt(begin) == '\uFEFF') {
            begin++;
        }
        String text = begin == 0 ? xml : xml.substring(begin);
        return references(IMPOSSIBLE.matcher(text).replaceAll(REPLACED), REPLACED);
    }

    /**
     * A document that is still bytes, of which each is one character here. Holds for encodings in which ASCII stands
     * for itself and nothing else is written with bytes below that of a blank, such as UTF-8, GBK and GB 18030.
     */
    public static String readableBytes(String latin1) {
        if (isPlain(latin1) && latin1.charAt(0) != '\u00EF') {
            return latin1;
        }
        String replaced = "&#xFFFD;";
        String text = latin1.replaceFirst("^(?:\u00EF\u00BB\u00BF)+", "")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", replaced);
        return references(text, replaced);
    }

    /**
     * Whether a value can be what its field says.
     *
     * @throws CallFailed as unreadable if something of it was lost that matters
     */
    public static String whole(Field field, String value) {
        if (field != Field.MESSAGE && value.contains(REPLACED)) {
            throw CallFailed.unreadableAt(field);
        }
        return value;
    }

    /** Nearly every document: one look at each character, and nothing is made anew. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean control = character < ' ' && character != '\t' && character != '\n' && character != '\r';
            boolean reference = character == '&' && i + 1 < text.length() && text.charAt(i + 1) == '#';
            if (control || reference || character >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String references(String text, String replaced) {
        if (!text.contains("&#")) {
            return text;
        }
        StringBuilder made = new StringBuilder(text.length());
        Matcher found = REFERENCE.matcher(text);
        int at = 0;
        while (found.find(at)) {
            made.append(text, at, found.start());
            long first = number(found, 1);
            long second = number(found, 3);
            boolean pair = isHigh(first) && isLow(second);
            if (pair) {
                made.append(reference(Character.toCodePoint((char) first, (char) second)));
            } else {
                made.append(isXml(first) ? reference((int) first) : replaced);
            }
            // The second of two that are no pair may begin one with a third.
            at = pair || second < 0 ? found.end() : text.indexOf(';', found.start()) + 1;
        }
        return made.append(text, at, text.length()).toString();
    }

    private static String reference(int character) {
        return "&#x" + Integer.toHexString(character) + ";";
    }

    private static long number(MatchResult found, int group) {
        if (found.group(group) != null) {
            return Long.parseLong(found.group(group), 16);
        }
        return found.group(group + 1) == null ? -1 : Long.parseLong(found.group(group + 1));
    }

    private static boolean isHigh(long number) {
        return number >= 0xD800 && number <= 0xDBFF;
    }

    private static boolean isLow(long number) {
        return number >= 0xDC00 && number <= 0xDFFF;
    }

    private static boolean isXml(long number) {
        return number == 0x9
                || number == 0xA
                || number == 0xD
                || (number >= 0x20 && number <= 0xD7FF)
                || (number >= 0xE000 && number <= 0xFFFD)
                || (number >= 0x10000 && number <= 0x10FFFF);
    }
}
