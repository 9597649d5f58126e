package io.tongban.province.profile;

import java.util.Map;

/**
 * One line of a layout: which field stands here, and how.
 *
 * @param width bytes, in fixed-width dialects; else 0
 * @param element the XML element's name, in dialects with named fields; else empty
 * @param constant of a {@link Field#FILLER}, the text that always stands here; empty for none
 */
public record Slot(Field field, int width, String element, String constant) {
    public Slot(Field field, int width, String element) {
        this(field, width, element, "");
    }

    /** Whether nothing of a command or an answer stands here. */
    public boolean filler() {
        return field == Field.FILLER;
    }

    /** What stands here in a request; empty if nothing does. */
    public String value(Map<Field, String> fields) {
        return filler() ? constant : fields.getOrDefault(field, "");
    }

    /** Whether an answer's text can stand here. */
    public boolean takes(String text) {
        return constant.isEmpty() || constant.equals(text);
    }
}
