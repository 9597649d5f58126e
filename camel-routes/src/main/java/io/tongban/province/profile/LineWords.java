package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import io.tongban.province.profile.DialectNeeds.Placing;
import io.tongban.province.profile.Slot.Missing;

/**
 * The words before the field of a layout line: what stands there if there is no value, and what the value is in JSON.
 *
 * @param rest of the line
 */
record LineWords(Missing missing, JsonType type, String rest) {
    private static final String OPTIONAL = "optional";
    private static final String NULLABLE = "nullable";

    static LineWords of(YamlEntry item, Placing placing) {
        String line = item.text();
        Missing missing =
                begins(line, OPTIONAL) ? Missing.LEFT_OUT : begins(line, NULLABLE) ? Missing.NULL : Missing.NEVER;
        line = without(line, word(missing));
        JsonType type = begins(line, JsonType.NUMBER.word())
                ? JsonType.NUMBER
                : begins(line, JsonType.BOOLEAN.word()) ? JsonType.BOOLEAN : JsonType.TEXT;
        line = without(line, type.word());
        if (placing != Placing.MEMBERS && (missing == Missing.NULL || type != JsonType.TEXT)) {
            throw item.wrong("has \"" + (type == JsonType.TEXT ? NULLABLE : type.word())
                    + "\", and values are texts in this dialect; remove it");
        }
        return new LineWords(missing, type, line);
    }

    private static boolean begins(String line, String word) {
        return line.matches(word + " +\\S.*");
    }

    private static String without(String line, String word) {
        return word.isEmpty() ? line : line.substring(word.length()).strip();
    }

    /** As a layout line says it; empty for what is always there. */
    static String word(Missing missing) {
        return switch (missing) {
            case NEVER -> "";
            case LEFT_OUT -> OPTIONAL;
            case NULL -> NULLABLE;
        };
    }

    void check(YamlEntry item, Field field, String constant) {
        boolean empty = field == Field.FILLER && constant.isEmpty();
        if ((missing == Missing.LEFT_OUT && field == Field.FILLER)
                || (missing == Missing.NULL && !constant.isEmpty())) {
            throw item.wrong("is always there; remove \"" + word(missing) + "\"");
        }
        if (!type.fits(field) || (type != JsonType.TEXT && empty)) {
            throw item.wrong("is never a " + type.word() + "; remove \"" + type.word() + "\"");
        }
        if (!constant.isEmpty() && !type.holds(constant)) {
            throw item.wrong(
                    "is no " + type.word() + " as JSON has it; remove \"" + type.word() + "\", or write another");
        }
    }
}
