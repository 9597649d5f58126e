package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The running gateway and the contract that it serves say the same, both ways: what a schema allows is accepted, or
 * refused by a code of the domain that the contract names; what breaks one constraint is refused with the place. Every
 * answer on the way is one that the contract describes.
 */
@OverEachTransport
class ContractPropertyTest {
    private static final long SEED = Long.getLong("contract.seed", 20261128);
    /** Of each field or parameter, so that the whole takes a minute. */
    private static final int VALUES = Integer.getInteger("contract.values", 14);
    /** The same over TLS and over HTTP/2, where other values are drawn. */
    private static final int VALUES_OVER_TLS = Integer.getInteger("contract.values.tls", 2);
    /** Of each header field, which are the same for all operations. */
    private static final int VALUES_OF_HEADERS = Integer.getInteger("contract.values.headers", 3);

    private static final String KEY = "Idempotency-Key";
    private static final String CONTEXT = "Counter-Context";

    private final Random random;
    private final int valuesEach;
    private final TestSandbox sandbox;
    private final Contract contract;
    private final SchemaValues values;
    private ContractWorld world;
    private ContractExchange exchange;

    ContractPropertyTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        random = new Random(SEED + sandbox.transport().ordinal());
        valuesEach = sandbox.transport() == Transport.HTTP_1_1_CLEAR ? VALUES : VALUES_OVER_TLS;
        contract = Contract.servedBy(sandbox.stack().gateway());
        values = new SchemaValues(contract, random);
    }

    @BeforeEach
    void make() {
        world = new ContractWorld(sandbox);
        exchange = new ContractExchange(sandbox, world);
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> eachFieldOfABody() {
        return contract.operations().stream()
                .filter(operation -> !operation.body().isMissingNode())
                .map(operation -> dynamicTest(operation.id() + " (seed " + SEED + ")", () -> {
                    exchange.takes(operation, world.body(operation));
                    fields(operation, "", operation.body());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachParameter() {
        return contract.operations().stream()
                .map(operation -> dynamicTest(operation.id() + " (seed " + SEED + ")", () -> parameters(operation)));
    }

    /** Whatever can be read is there, so that it is the thing itself that the contract describes and not its absence. */
    @TestFactory
    Stream<DynamicTest> eachThingThatIsRead() {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                // InventedProvinceTest: only a province that leaves a person to ask makes one.
                .filter(operation -> !operation.id().equals("readReviewTask"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Answer answer = exchange.answer(operation, exchange.target(operation));
                    assertThat(answer.status())
                            .as("%s: %s", operation.id(), answer.json())
                            .isEqualTo(200);
                }));
    }

    /** Of the object at this place of a body, and of those within it. */
    private void fields(ContractOperation operation, String at, JsonNode schema) {
        exchange.refuses(operation, with(operation, at, each -> each.put("unknown", 1)), at + "/unknown");
        schema.path("required").forEach(required -> {
            ObjectNode body = with(operation, at, each -> each.remove(required.asText()));
            exchange.refuses(operation, body, at + "/" + required.asText());
        });
        schema.get("properties").properties().forEach(property -> {
            String name = property.getKey();
            some(values.around(property.getValue()))
                    .forEach(value -> field(operation, at, name, with(operation, at, each -> each.set(name, value))));
            within(operation, at + "/" + name, contract.resolved(property.getValue()));
        });
    }

    private void field(ContractOperation operation, String at, String name, ObjectNode body) {
        boolean allowed = isText(body) && contract.allows(operation.body(), body);
        if (!allowed) {
            exchange.refuses(operation, body, at + "/" + name);
        } else if (!ContractWorld.goesByAnother(operation, name)) {
            exchange.takes(operation, body);
        }
    }

    private void within(ContractOperation operation, String at, JsonNode schema) {
        JsonNode element = contract.resolved(schema.path("items"));
        if (schema.has("properties")) {
            fields(operation, at, schema);
        } else if (element.has("properties")) {
            fields(operation, at + "/0", element);
        } else if (schema.path("type").asText().equals("object")) {
            // The contract says in words what such an object is, by another standard.
            some(SchemaValues.bent(world.body(operation).at(at)))
                    .forEach(bent -> exchange.takesOrRefuses(operation, with(operation, at, bent), at));
        }
    }

    private ObjectNode with(ContractOperation operation, String at, Consumer<ObjectNode> change) {
        ObjectNode body = world.body(operation);
        change.accept((ObjectNode) body.at(at));
        return body;
    }

    private ObjectNode with(ContractOperation operation, String at, JsonNode value) {
        int end = at.lastIndexOf('/');
        return with(operation, at.substring(0, end), each -> each.set(at.substring(end + 1), value));
    }

    private void parameters(ContractOperation operation) {
        String right = exchange.target(operation);
        exchange.refuses(operation, right + (right.contains("?") ? "&" : "?") + "unknown=1", Map.of(), "unknown");
        operation.parameters("query").forEach(parameter -> query(operation, parameter));
        operation.parameters("path").forEach(parameter -> path(operation, parameter));
        operation.parameters("header").forEach(parameter -> header(operation, right, parameter));
    }

    private void query(ContractOperation operation, JsonNode parameter) {
        String name = parameter.get("name").asText();
        String others = exchange.needed(operation, name);
        String target = exchange.path(operation, Map.of()) + "?" + others + (others.isEmpty() ? "" : "&") + name + "=";
        some(texts(parameter.get("schema"))).forEach(text -> {
            if (allows(parameter.get("schema"), text)) {
                exchange.takes(operation, target + encoded(text), Map.of());
            } else {
                exchange.refuses(operation, target + encoded(text), Map.of(), name);
            }
        });
        String allowed = texts(parameter.get("schema")).stream()
                .filter(text -> allows(parameter.get("schema"), text))
                .findFirst()
                .orElseThrow();
        exchange.refuses(operation, target + encoded(allowed) + "&" + name + "=" + encoded(allowed), Map.of(), name);
    }

    private void path(ContractOperation operation, JsonNode parameter) {
        String name = parameter.get("name").asText();
        String needed = exchange.needed(operation, "");
        some(texts(parameter.get("schema"))).stream()
                // These lead to another path.
                .filter(text -> !text.isEmpty() && !text.contains("/") && !text.matches("\\.{1,2}"))
                .forEach(text -> {
                    String target = exchange.path(operation, Map.of(name, encoded(text)))
                            + (needed.isEmpty() ? "" : "?" + needed);
                    if (allows(parameter.get("schema"), text)) {
                        exchange.takes(operation, target, Map.of());
                    } else {
                        exchange.refuses(operation, target, Map.of(), name);
                    }
                });
    }

    private void header(ContractOperation operation, String target, JsonNode parameter) {
        String name = parameter.get("name").asText();
        switch (name) {
            case KEY -> {
                exchange.refuses(operation, target, Map.of(KEY, ""), KEY);
                some(HeaderValues.sendable(values.texts(parameter.get("schema"))), VALUES_OF_HEADERS)
                        .forEach(text -> {
                            if (allows(parameter.get("schema"), text)) {
                                exchange.takes(operation, target, Map.of(KEY, text));
                            } else {
                                exchange.refuses(operation, target, Map.of(KEY, text), KEY);
                            }
                        });
            }
            case "Prefer" ->
                some(HeaderValues.PREFERENCES).forEach(text -> exchange.takes(operation, target, Map.of(name, text)));
            case CONTEXT -> {
                some(HeaderValues.contexts(), VALUES_OF_HEADERS)
                        .forEach(text -> exchange.takes(operation, target, Map.of(CONTEXT, text)));
                some(HeaderValues.NO_CONTEXTS, VALUES_OF_HEADERS)
                        .forEach(text -> exchange.refuses(operation, target, Map.of(CONTEXT, text), CONTEXT));
            }
            case "Signature-Input", "Content-Digest" -> {
                // What is wrong with these is tried where it is known what they sign.
            }
            default -> throw new IllegalStateException("which values has " + name + "?");
        }
    }

    /** Without control characters: they are refused before anything is known of a parameter. */
    private List<String> texts(JsonNode schema) {
        List<String> texts = new ArrayList<>(values.texts(schema));
        if (schema.path("type").asText().equals("integer")) {
            texts.addAll(List.of("1", "200", "201", "0", "-1", "+1", "01", "1.0", "1e1", "99999999999"));
        }
        texts.removeIf(text ->
                !isText(JsonNodeFactory.instance.textNode(text)) || text.chars().anyMatch(Character::isISOControl));
        return texts;
    }

    private boolean allows(JsonNode schema, String text) {
        boolean whole = schema.path("type").asText().equals("integer");
        if (whole && !text.matches("0|-?[1-9][0-9]{0,8}")) {
            return false;
        }
        return contract.allows(
                schema,
                whole
                        ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                        : JsonNodeFactory.instance.textNode(text));
    }

    private <T> List<T> some(List<T> all) {
        return some(all, valuesEach);
    }

    private <T> List<T> some(List<T> all, int most) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(Math.min(most, valuesEach), shuffled.size()));
    }

    /** Half a character is no text, which no schema can say. */
    private static boolean isText(JsonNode value) {
        if (value.isContainerNode()) {
            return value.valueStream().allMatch(ContractPropertyTest::isText);
        }
        return StandardCharsets.UTF_8.newEncoder().canEncode(value.asText());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
