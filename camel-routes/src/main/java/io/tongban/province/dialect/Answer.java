package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import io.tongban.province.profile.Field;
import java.util.List;
import java.util.Map;

/**
 * What a province answered, freed of its dialect: each field's value in the form that {@link Field} gives. Silent in
 * {@link #toString()}, because a province may put anything anywhere.
 *
 * @param fields of head and body; a body only where the return code means that all went well
 * @param rows of the answer's list, in its order
 */
public record Answer(Map<Field, String> fields, List<Map<Field, String>> rows) implements DialectReply {
    public Answer {
        fields = Map.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /** @throws CallFailed as unreadable if the field is missing or blank */
    public String get(Field field) {
        return get(fields, field);
    }

    /** @throws CallFailed as unreadable if the field is missing or blank */
    public static String get(Map<Field, String> fields, Field field) {
        String value = fields.getOrDefault(field, "");
        if (value.isBlank()) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return value;
    }

    @Override
    public String toString() {
        return "Answer[…]";
    }
}
