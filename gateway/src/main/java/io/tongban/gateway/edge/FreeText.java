package io.tongban.gateway.edge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Refuses personal numbers in all text of a body but in the fields that are for them. */
@ApplicationScoped
public class FreeText {
    /** Of a person; of a company, whose code is as long; and what an officer copies from the province's own papers. */
    private static final Set<String> OF_NUMBERS =
            Set.of("citizenNumber", "mobile", "creditCode", "personNumber", "provinceReceipt");

    /** Members of a key (RFC 7517) are drawn by chance, but for the name that its owner gives it. */
    private static final String KEYS = "jwks";

    private static final String KEY_ID = "kid";
    private static final String CURSOR = "cursor";

    private final PersonalNumbers numbers;

    @Inject
    public FreeText(PersonalNumbers numbers) {
        this.numbers = numbers;
    }

    /** @throws ProblemException personal-number-misplaced with the pointer of the first such text */
    void check(JsonNode tree) {
        check(tree, JsonPointer.empty(), false);
    }

    /** @throws ProblemException personal-number-misplaced; a cursor is the gateway's own, and drawn from anything */
    void checkParameter(String name, String value) {
        if (!name.equals(CURSOR)) {
            numbers.in(value).ifPresent(kind -> {
                throw new ProblemException(ProblemType.PERSONAL_NUMBER_MISPLACED, "What looks like " + kind)
                        .inParameter(name);
            });
        }
    }

    private void check(JsonNode node, JsonPointer at, boolean inKeys) {
        if (node.isTextual() && !inKeys) {
            checkText(node.textValue(), at);
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String name = field.getKey();
                checkText(name, at);
                if (!OF_NUMBERS.contains(name)) {
                    boolean keys = (inKeys || name.equals(KEYS)) && !name.equals(KEY_ID);
                    check(field.getValue(), at.appendProperty(name), keys);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), at.appendIndex(i), inKeys);
            }
        }
    }

    private void checkText(String text, JsonPointer at) {
        numbers.in(text).ifPresent(kind -> {
            throw new ProblemException(ProblemType.PERSONAL_NUMBER_MISPLACED, "What looks like " + kind, at.toString());
        });
    }
}
