package io.tongban.sandbox.province.tcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a request, by field, as it stands in the frame. Silent in {@link #toString()}: it holds personal data. */
record Fields(Map<String, String> values) {
    Fields {
        values = Map.copyOf(values);
    }

    /** With the blanks that pad it. */
    String raw(String field) throws UnreadableFieldException {
        String value = values.get(field);
        if (value == null) {
            throw new UnreadableFieldException("not in the layout");
        }
        return value;
    }

    String text(String field) throws UnreadableFieldException {
        return raw(field).stripTrailing();
    }

    /** Nothing where the layout has no such field. */
    @Nullable
    String optional(String field) {
        String value = values.get(field);
        return value == null ? null : value.stripTrailing();
    }

    /** Whole fen. */
    long fen(String field) throws UnreadableFieldException {
        String digits = raw(field);
        if (!digits.matches("[0-9]{1,18}")) {
            throw new UnreadableFieldException("not digits");
        }
        return Long.parseLong(digits);
    }

    @Override
    public String toString() {
        return "Fields[…]";
    }
}
