package io.tongban.gateway.contribution.worker;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name in the one form that it has in the books, so that two names that look the same are the same: Chinese characters
 * under their present codes, Latin letters in capitals, U+00B7 between parts, single blanks and none beside Chinese
 * characters. What is no character of a name is refused. Silent in {@link #toString()}.
 */
record PersonName(String value) {
    private static final String POINTER = "/name";

    static PersonName of(String written) {
        String mapped = written.codePoints().mapToObj(NameCharacters::canonical).collect(Collectors.joining());
        String name = tidy(Normalizer.normalize(mapped, Normalizer.Form.NFC).toUpperCase(Locale.ROOT));
        if (name.isEmpty()) {
            throw new ProblemException(ProblemType.FIELD_INVALID, "The name is empty", POINTER);
        }
        check(name);
        return new PersonName(name);
    }

    /** Blanks separate words of Latin letters alone: beside Chinese characters and dots they are padding. */
    private static String tidy(String name) {
        int[] all = name.codePoints().toArray();
        StringBuilder tidy = new StringBuilder(name.length());
        boolean blank = false;
        int before = 0;
        for (int codePoint : all) {
            if (codePoint == ' ') {
                blank = true;
                continue;
            }
            if (blank && needsBlank(before, codePoint)) {
                tidy.append(' ');
            }
            tidy.appendCodePoint(codePoint);
            before = codePoint;
            blank = false;
        }
        return tidy.toString();
    }

    private static boolean needsBlank(int before, int after) {
        boolean dot = before == NameCharacters.SEPARATION_DOT || after == NameCharacters.SEPARATION_DOT;
        return before != 0 && !dot && !NameCharacters.isHan(before) && !NameCharacters.isHan(after);
    }

    private static void check(String name) {
        int before = 0;
        for (int codePoint : name.codePoints().toArray()) {
            boolean twice = codePoint == NameCharacters.SEPARATION_DOT && before == codePoint;
            if (twice || !NameCharacters.isAllowed(codePoint, before)) {
                throw refused(codePoint);
            }
            before = codePoint;
        }
        if (before == NameCharacters.SEPARATION_DOT) {
            throw refused(before);
        }
    }

    /** Tells the character alone: the name is personal. */
    private static ProblemException refused(int codePoint) {
        return new ProblemException(
                ProblemType.NAME_CHARACTER_INVALID,
                String.format(Locale.ROOT, "U+%04X is no character of a name, or not at this place", codePoint),
                POINTER);
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
