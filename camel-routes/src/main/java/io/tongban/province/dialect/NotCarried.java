package io.tongban.province.dialect;

import io.tongban.province.profile.Field;

/** A value of a command that the province's charset, field width or code map cannot carry. Nothing was sent. */
public final class NotCarried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Field field;

    public NotCarried(Field field) {
        super(field.word(), null, true, false);
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
