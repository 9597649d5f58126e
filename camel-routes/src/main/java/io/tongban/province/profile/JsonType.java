package io.tongban.province.profile;

import java.util.Set;

/** What a value is in JSON, in the dialect that speaks it. */
public enum JsonType {
    TEXT("", ""),
    /** Exact: digits, never a binary fraction. Without zeros that say nothing, as RFC 8785 writes numbers. */
    NUMBER("number", "-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?"),
    BOOLEAN("boolean", "true|false");

    /**
     * What says who we are, or which message this is, has letters, or zeros before it; so has a citizen number, or an X,
     * and a time of the day.
     */
    private static final Set<Field> NEVER_NUMBERS = Set.of(
            Field.SERIAL,
            Field.ASKED_SERIAL,
            Field.OPERATOR,
            Field.KEY,
            Field.TOKEN,
            Field.PASSWORD,
            Field.MESSAGE,
            Field.NAME,
            Field.CITIZEN_NUMBER,
            Field.PAYER,
            Field.SENT_TIME,
            Field.BOOKED_TIME);

    private final String word;
    private final String form;

    JsonType(String word, String form) {
        this.word = word;
        this.form = form;
    }

    /** As a layout line says it before its field; empty for a text. */
    String word() {
        return word;
    }

    /** Whether a text can stand there as a value of this type. */
    public boolean holds(String text) {
        return this == TEXT || text.matches(form);
    }

    /** Whether a field may ever be of this type; whether its codes are, is another question. */
    boolean fits(Field field) {
        return switch (this) {
            case TEXT -> true;
            case NUMBER -> !NEVER_NUMBERS.contains(field);
            case BOOLEAN -> field.coded() || field == Field.RETURN_CODE || field == Field.FILLER;
        };
    }
}
