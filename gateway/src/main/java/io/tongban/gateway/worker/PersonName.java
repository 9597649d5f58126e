package io.tongban.gateway.worker;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.problem.ProblemException;
import java.text.Normalizer;

/** A name in one form: NFC, trimmed, of visible characters. Silent in {@link #toString()}. */
record PersonName(String value) {
    private static final String POINTER = "/name";
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    static PersonName of(String written) {
        String name = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
        if (name.isEmpty()) {
            throw new ProblemException(ProblemType.FIELD_INVALID, "The name is empty", POINTER);
        }
        if (name.codePoints().anyMatch(PersonName::isForbidden)) {
            throw new ProblemException(
                    ProblemType.FIELD_INVALID, "The name holds an invisible or damaged character", POINTER);
        }
        return new PersonName(name);
    }

    /** Also invisible ones: two names that look the same must be the same. */
    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // Not UNASSIGNED: a newer Unicode version may know the character.
            default -> codePoint == REPLACEMENT_CHARACTER;
        };
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
