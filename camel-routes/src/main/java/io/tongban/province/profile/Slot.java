package io.tongban.province.profile;

import java.util.Map;

/**
 * One line of a layout: which field stands here, and how.
 *
 * @param width bytes, in fixed-width dialects; else 0
 * @param element the XML element's name, in dialects with named fields; else empty
 * @param constant of a {@link Field#FILLER}, the text that always stands here; empty for none
 * @param missing what stands here of a command that has no such value
 * @param type in JSON; elsewhere all are texts
 */
public record Slot(Field field, int width, String element, String constant, Missing missing, JsonType type) {
    /** What stands in a place for which there is no value. */
    public enum Missing {
        /** There is always one. */
        NEVER,
        /** Nothing, or blanks where places have widths. */
        LEFT_OUT,
        /** The {@code null} of JSON, which in an answer says the same. */
        NULL
    }

    public Slot(Field field, int width, String element) {
        this(field, width, element, "", Missing.NEVER, JsonType.TEXT);
    }

    /** Whether a command may have no value for this place. */
    public boolean optional() {
        return missing != Missing.NEVER;
    }

    public boolean nullable() {
        return missing == Missing.NULL;
    }

    /** Whether nothing of a command or an answer stands here. */
    public boolean filler() {
        return field == Field.FILLER;
    }

    /** What stands here in a request; empty if nothing does. */
    public String value(Map<Field, String> fields) {
        return filler() ? constant : fields.getOrDefault(field, "");
    }

    /** Whether this place stays away, or blank, in a request with these fields. */
    public boolean leftOut(Map<Field, String> fields) {
        return optional() && value(fields).isEmpty();
    }

    /** Whether an answer's text can stand here. */
    public boolean takes(String text) {
        return constant.isEmpty() || constant.equals(text);
    }
}
