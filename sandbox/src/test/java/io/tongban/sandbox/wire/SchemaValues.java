package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongban.sandbox.wire.PatternText.Length;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Values for one schema: those at its bounds and those just beyond, and values of every other kind. Which of them are
 * allowed, the schema says and not this class. Whole numbers are written as such: the gateway takes no other spelling,
 * and the contract says so in words, because JSON Schema cannot.
 */
final class SchemaValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final Random random;

    SchemaValues(Contract contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    List<JsonNode> around(JsonNode declared) {
        JsonNode schema = contract.resolved(declared);
        List<JsonNode> values = new ArrayList<>(strangers());
        switch (schema.path("type").asText()) {
            case "string" -> texts(schema).forEach(text -> values.add(JSON.textNode(text)));
            case "integer" -> values.addAll(wholes(schema));
            case "array" -> values.addAll(lists(schema));
            default -> {}
        }
        return values;
    }

    /** Each member of this right document once left out, and once of each other kind; and the document itself so. */
    static List<JsonNode> bent(JsonNode right) {
        List<JsonNode> bent = new ArrayList<>(strangers());
        if (right.isObject()) {
            right.properties().forEach(member -> {
                ObjectNode without = right.deepCopy();
                without.remove(member.getKey());
                bent.add(without);
                bent(member.getValue()).forEach(value -> {
                    ObjectNode changed = right.deepCopy();
                    bent.add(changed.set(member.getKey(), value));
                });
            });
        } else if (right.isArray() && !right.isEmpty()) {
            bent(right.get(0)).forEach(value -> bent.add(JSON.arrayNode().add(value)));
            bent.add(JSON.arrayNode().add(right.get(0)).add(right.get(0)));
        }
        return bent;
    }

    /** A value of every kind. */
    private static List<JsonNode> strangers() {
        return List.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.numberNode(7),
                JSON.numberNode(1.5),
                JSON.numberNode(BigInteger.TEN.pow(20)),
                JSON.textNode(""),
                JSON.textNode("7"),
                JSON.arrayNode(),
                JSON.arrayNode().add("x"),
                JSON.objectNode());
    }

    List<String> texts(JsonNode declared) {
        JsonNode schema = contract.resolved(declared);
        List<String> right = new ArrayList<>();
        schema.path("enum").forEach(name -> right.add(name.asText()));
        String pattern = schema.path("pattern").asText();
        if (!pattern.isEmpty()) {
            for (Length length : Length.values()) {
                right.add(PatternText.of(pattern, length, random));
            }
        }
        schema.path("examples").forEach(example -> right.add(example.asText()));
        List<String> all = new ArrayList<>(right);
        for (String text : right.isEmpty() ? List.of("text") : List.of(right.get(random.nextInt(right.size())))) {
            all.addAll(List.of(
                    " " + text, text + " ", text + "\u0000", "\u0085" + text, text + "\ud842", text + "x", "-" + text));
            all.add(text.toLowerCase(java.util.Locale.ROOT));
        }
        int longest = schema.path("maxLength").asInt(0);
        if (longest > 0) {
            all.add("x".repeat(longest + 1));
        }
        return all;
    }

    private static List<JsonNode> wholes(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>(List.of(JSON.numberNode(0), JSON.numberNode(-1)));
        for (String bound : List.of("minimum", "maximum", "exclusiveMinimum")) {
            if (schema.has(bound)) {
                long at = schema.get(bound).asLong();
                found.addAll(List.of(JSON.numberNode(at - 1), JSON.numberNode(at), JSON.numberNode(at + 1)));
            }
        }
        return found;
    }

    private List<JsonNode> lists(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>();
        List<JsonNode> elements = allowed(schema.get("items"));
        if (elements.isEmpty()) {
            return found; // of objects, which nobody makes up here
        }
        int most = schema.path("maxItems").asInt(elements.size());
        ArrayNode full = JSON.arrayNode();
        ArrayNode tooMany = JSON.arrayNode();
        for (int i = 0; i <= most; i++) {
            JsonNode element = elements.get(i % elements.size());
            if (i < most) {
                full.add(element);
            }
            tooMany.add(element);
        }
        found.addAll(
                List.of(full, tooMany, JSON.arrayNode().add(elements.get(0)).add(elements.get(0))));
        for (JsonNode element : around(schema.get("items"))) {
            found.add(JSON.arrayNode().add(elements.get(0)).add(element));
        }
        return found;
    }

    private List<JsonNode> allowed(JsonNode schema) {
        return around(schema).stream()
                .filter(value -> contract.allows(schema, value))
                .distinct()
                .toList();
    }
}
