package io.tongban.gateway.edge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what no body of the contract holds, whatever the record: strings that are no text (control characters, and
 * halves of characters that UTF-8 cannot carry on), nulls, and lists that are endless or hold a thing twice.
 */
final class StrictValues {
    /** Rows of a body: the longest list of the contract. How many each takes, its own schema says. */
    private static final int MOST_ROWS = 5_000;

    /** Of lists further inside, of which some are of no schema. */
    private static final int MOST_ELEMENTS = 100;
    /** Longer than any name of the contract; a problem shows the name. */
    private static final int LONGEST_NAME = 64;

    private StrictValues() {}

    /** @throws ProblemException field-invalid, field-type or field-unknown with the pointer of the first such place */
    static void check(JsonNode tree) {
        check(tree, JsonPointer.empty());
    }

    private static void check(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            checkText(node.textValue(), at);
        } else if (node.isNull()) {
            throw new ProblemException(ProblemType.FIELD_TYPE, "Leave out what has no value", at.toString());
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                checkName(field.getKey(), at);
                check(field.getValue(), at.appendProperty(field.getKey()));
            }
        } else if (node.isArray()) {
            checkList(node, at);
        }
    }

    private static void checkList(JsonNode list, JsonPointer at) {
        boolean isRows = !at.matches() && at.tail().matches();
        int most = isRows ? MOST_ROWS : MOST_ELEMENTS;
        if (list.size() > most) {
            throw new ProblemException(
                    ProblemType.FIELD_INVALID, "A list has at most " + most + " elements", at.toString());
        }
        // As texts, of which many with one hash are still told apart quickly.
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonPointer element = at.appendIndex(i);
            check(list.get(i), element);
            if (!seen.add(list.get(i).toString())) {
                throw new ProblemException(
                        ProblemType.FIELD_INVALID, "A list holds each element once", element.toString());
            }
        }
    }

    private static void checkName(String name, JsonPointer at) {
        checkText(name, at);
        if (name.length() > LONGEST_NAME) {
            throw new ProblemException(ProblemType.FIELD_UNKNOWN, "A field's name is too long", at.toString());
        }
    }

    private static void checkText(String text, JsonPointer at) {
        if (text.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new ProblemException(
                    ProblemType.FIELD_INVALID, "A string holds control characters or half a character", at.toString());
        }
    }
}
