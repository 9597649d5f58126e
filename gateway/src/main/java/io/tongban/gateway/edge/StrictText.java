package io.tongban.gateway.edge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Refuses strings that are no text: control characters, and halves of characters that UTF-8 cannot carry on. */
final class StrictText {
    private StrictText() {}

    /** @throws ProblemException field-invalid with the pointer of the first such string */
    static void check(JsonNode tree) {
        check(tree, JsonPointer.empty());
    }

    private static void check(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            checkText(node.textValue(), at);
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                checkText(field.getKey(), at);
                check(field.getValue(), at.appendProperty(field.getKey()));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), at.appendIndex(i));
            }
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
