package io.tongban.gateway.contribution.worker;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;

/** Characters of names: what each is written as, and which there are. */
final class NameCharacters {
    /** GB/T 15834: between the parts of a name. */
    static final int SEPARATION_DOT = 0xB7;

    /** Bullet, hyphenation point, bullet operator, dot operator, katakana middle dots, word separators. */
    private static final Set<Integer> DOTS =
            Set.of(0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x2E31, 0x16EB, 0xA78F, 0x0387);

    private static final Set<Integer> HYPHENS = Set.of(0x2010, 0x2011, 0x2013, 0x2212, 0xFF0D);
    private static final Set<Integer> APOSTROPHES = Set.of(0x2019, 0x2018, 0x02BC, 0xFF07);
    private static final int COMBINING_GRAPHEME_JOINER = 0x34F;

    private NameCharacters() {}

    /** The one way to write it, by itself; canonical equivalence (NFC) comes after it. */
    static String canonical(int codePoint) {
        if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
            return " ";
        }
        if (DOTS.contains(codePoint)) {
            return Character.toString(SEPARATION_DOT);
        }
        if (HYPHENS.contains(codePoint)) {
            return "-";
        }
        if (APOSTROPHES.contains(codePoint)) {
            return "'";
        }
        String moved = Character.toString(MovedCharacters.PUBLISHED.of(codePoint));
        // Radicals stand for the characters that they are; letters are as wide as they are.
        return isRadical(codePoint) || isWideLetter(codePoint)
                ? Normalizer.normalize(moved, Normalizer.Form.NFKC)
                : moved;
    }

    private static boolean isRadical(int codePoint) {
        return codePoint >= 0x2E80 && codePoint <= 0x2FD5;
    }

    private static boolean isWideLetter(int codePoint) {
        return (codePoint >= 0xFF21 && codePoint <= 0xFF3A) || (codePoint >= 0xFF41 && codePoint <= 0xFF5A);
    }

    /** @param before the character before it; 0 at the beginning */
    static boolean isAllowed(int codePoint, int before) {
        return switch (codePoint) {
            case SEPARATION_DOT, ' ' -> before != 0;
            case '.' -> isLatin(before);
            case '-', '\'', ',' -> isLatin(before) || before == '.';
            default ->
                isHan(codePoint)
                        || (isLatin(codePoint) && !isMark(codePoint))
                        || (isMark(codePoint) && isLatin(before));
        };
    }

    static boolean isHan(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.OTHER_LETTER -> UnicodeScript.of(codePoint) == UnicodeScript.HAN;
            // What GB 18030 has of the radicals that no character stands for.
            case Character.OTHER_SYMBOL -> codePoint >= 0x2E80 && codePoint < 0x2F00;
            case Character.LETTER_NUMBER -> codePoint == 0x3007;
            // A newer Unicode than this Java's may know it.
            case Character.UNASSIGNED ->
                (codePoint >= 0x3400 && codePoint <= 0x9FFF) || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
            default -> false;
        };
    }

    private static boolean isLatin(int codePoint) {
        return (Character.isLetter(codePoint) && UnicodeScript.of(codePoint) == UnicodeScript.LATIN)
                || isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        return codePoint >= 0x300 && codePoint <= 0x36F && codePoint != COMBINING_GRAPHEME_JOINER;
    }
}
