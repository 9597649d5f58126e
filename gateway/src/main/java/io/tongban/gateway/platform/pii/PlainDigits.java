package io.tongban.gateway.platform.pii;

import java.text.Normalizer;
import java.util.Locale;

/** Text with every digit as an ASCII digit, letters in capitals, and nothing invisible between them. */
final class PlainDigits {
    private PlainDigits() {}

    static String of(String text) {
        if (text.chars().allMatch(each -> each < 0x80)) {
            return text.toUpperCase(Locale.ROOT);
        }
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(codePoint -> !isInvisible(codePoint))
                .map(PlainDigits::plain)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Digits of all scripts. */
    private static int plain(int codePoint) {
        int digit = Character.isDigit(codePoint) ? Character.digit(codePoint, 10) : -1;
        return digit < 0 ? codePoint : '0' + digit;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
