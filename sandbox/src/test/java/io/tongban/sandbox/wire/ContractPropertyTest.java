package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    private static final Set<String> OF_FORM = Set.of(
            "field-unknown",
            "field-type",
            "field-missing",
            "field-invalid",
            "body-not-json",
            "body-too-deep",
            "parameter-unknown",
            "parameter-invalid",
            "header-invalid",
            "idempotency-key-missing");

    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final Random random;
    private final int valuesEach;
    private final TestSandbox sandbox;
    private final Contract contract;
    private final SchemaValues values;
    private ContractWorld world;

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
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> eachFieldOfABody() {
        return contract.operations().stream()
                .filter(operation -> !operation.body().isMissingNode())
                .map(operation -> dynamicTest(operation.id() + " (seed " + SEED + ")", () -> fields(operation)));
    }

    @TestFactory
    Stream<DynamicTest> eachParameter() {
        return contract.operations().stream()
                .map(operation -> dynamicTest(operation.id() + " (seed " + SEED + ")", () -> parameters(operation)));
    }

    private void fields(ContractOperation operation) {
        JsonNode schema = operation.body();
        send(operation, world.body(operation), null);
        send(operation, world.body(operation).put("unknown", 1), "/unknown");
        schema.get("required").forEach(required -> {
            ObjectNode body = world.body(operation);
            body.remove(required.asText());
            send(operation, body, "/" + required.asText());
        });
        schema.get("properties")
                .properties()
                .forEach(property -> some(values.around(property.getValue())).forEach(value -> {
                    ObjectNode body = world.body(operation).set(property.getKey(), value);
                    boolean allowed = isText(value) && contract.allows(schema, body);
                    if (!allowed || !ContractWorld.goesByAnother(operation, property.getKey())) {
                        send(operation, body, allowed ? null : "/" + property.getKey());
                    }
                }));
        schema.get("properties").properties().forEach(property -> {
            JsonNode element =
                    contract.resolved(contract.resolved(property.getValue()).path("items"));
            if (element.has("properties")) {
                elements(operation, property.getKey(), element);
            }
        });
    }

    /** As {@link #fields}, of the first object of a list. */
    private void elements(ContractOperation operation, String list, JsonNode schema) {
        String first = "/" + list + "/0";
        send(operation, with(operation, first, each -> each.put("unknown", 1)), first + "/unknown");
        schema.get("properties")
                .properties()
                .forEach(property -> some(values.around(property.getValue())).forEach(value -> {
                    ObjectNode body = with(operation, first, each -> each.set(property.getKey(), value));
                    boolean allowed = isText(body.at(first)) && contract.allows(schema, body.at(first));
                    send(operation, body, allowed ? null : first + "/" + property.getKey());
                }));
    }

    private ObjectNode with(ContractOperation operation, String pointer, Consumer<ObjectNode> change) {
        ObjectNode body = world.body(operation);
        change.accept((ObjectNode) body.at(pointer));
        return body;
    }

    /** @param pointer of the field that breaks the contract; null if none does */
    private void send(ContractOperation operation, ObjectNode body, String pointer) {
        String text = written(body);
        Answer answer = answer(operation, target(operation, Map.of()), text, TestSandbox.key());
        String what = operation.id() + " " + text;
        if (pointer == null) {
            assertThat(OF_FORM).as("%s: %s", what, answer.json()).doesNotContain(answer.text("code"));
        } else {
            assertThat(answer.status()).as("%s: %s", what, answer.json()).isIn(400, 422);
            assertThat(answer.text("pointer")).as("%s: %s", what, answer.json()).startsWith(pointer);
        }
    }

    private void parameters(ContractOperation operation) {
        refuses(operation, target(operation, Map.of()) + "?unknown=1", TestSandbox.key(), "unknown");
        operation.parameters("query").forEach(parameter -> query(operation, parameter));
        operation.parameters("path").forEach(parameter -> path(operation, parameter));
        if (operation.isEffect()) {
            String needed = othersThatMustBeThere(operation, "");
            String target = target(operation, Map.of()) + (needed.isEmpty() ? "" : "?" + needed.replaceFirst("&$", ""));
            refuses(operation, target, "", "Idempotency-Key");
            refuses(operation, target, "k".repeat(65), "Idempotency-Key");
            refuses(operation, target, "two words", "Idempotency-Key");
        }
    }

    private void query(ContractOperation operation, JsonNode parameter) {
        String name = parameter.get("name").asText();
        String target = target(operation, Map.of()) + "?" + othersThatMustBeThere(operation, name) + name + "=";
        some(texts(parameter.get("schema"))).forEach(text -> {
            if (allows(parameter.get("schema"), text)) {
                takes(operation, target + encoded(text));
            } else {
                refuses(operation, target + encoded(text), TestSandbox.key(), name);
            }
        });
        String allowed = texts(parameter.get("schema")).stream()
                .filter(text -> allows(parameter.get("schema"), text))
                .findFirst()
                .orElseThrow();
        refuses(operation, target + encoded(allowed) + "&" + name + "=" + encoded(allowed), TestSandbox.key(), name);
    }

    private static String othersThatMustBeThere(ContractOperation operation, String name) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters("query")) {
            if (parameter.path("required").asBoolean()
                    && !parameter.get("name").asText().equals(name)) {
                query.append(parameter.get("name").asText())
                        .append('=')
                        .append(parameter.get("example").asText())
                        .append('&');
            }
        }
        return query.toString();
    }

    private void path(ContractOperation operation, JsonNode parameter) {
        String name = parameter.get("name").asText();
        some(texts(parameter.get("schema"))).stream()
                // These lead to another path.
                .filter(text -> !text.isEmpty() && !text.contains("/") && !text.matches("\\.{1,2}"))
                .filter(text -> !allows(parameter.get("schema"), text))
                .forEach(text ->
                        refuses(operation, target(operation, Map.of(name, encoded(text))), TestSandbox.key(), name));
    }

    /** Without control characters: they are refused before anything is known of a parameter. */
    private List<String> texts(JsonNode schema) {
        List<String> texts = new ArrayList<>(values.texts(schema));
        if (schema.path("type").asText().equals("integer")) {
            texts.addAll(List.of("1", "200", "201", "0", "-1", "+1", "01", "1.0", "1e1", "99999999999"));
        }
        texts.removeIf(text ->
                !isText(json.getNodeFactory().textNode(text)) || text.chars().anyMatch(Character::isISOControl));
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
                        ? json.getNodeFactory().numberNode(Integer.parseInt(text))
                        : json.getNodeFactory().textNode(text));
    }

    private void takes(ContractOperation operation, String target) {
        Answer answer = answer(operation, target, bodyText(operation), TestSandbox.key());
        assertThat(OF_FORM)
                .as("%s %s: %s", operation.id(), target, answer.json())
                .doesNotContain(answer.text("code"));
    }

    private void refuses(ContractOperation operation, String target, String key, String parameter) {
        Answer answer = answer(operation, target, bodyText(operation), key);
        assertThat(answer.status())
                .as("%s %s: %s", operation.id(), target, answer.json())
                .isEqualTo(400);
        assertThat(answer.text("parameter"))
                .as("%s %s: %s", operation.id(), target, answer.json())
                .isEqualTo(parameter);
    }

    private String bodyText(ContractOperation operation) {
        return operation.body().isMissingNode() ? "" : written(world.body(operation));
    }

    private Answer answer(ContractOperation operation, String target, String body, String key) {
        Call call = operation.isOpen()
                ? Call.of(operation.method(), sandbox.gateway(), target, body)
                : world.caller(operation).unsigned(operation.method(), target, body);
        if (operation.isEffect() && !key.isEmpty()) {
            call = call.with("idempotency-key", key);
        }
        Answer answer = sandbox.wire()
                .send(operation.isOpen() ? call : world.caller(operation).signed(call));
        operation.declares(answer, operation.id() + " " + target + " " + body);
        return answer;
    }

    private String target(ContractOperation operation, Map<String, String> changed) {
        Map<String, String> names = new HashMap<>(world.path(operation));
        names.putAll(changed);
        String target = operation.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            target = target.replace("{" + name.getKey() + "}", name.getValue());
        }
        return target;
    }

    private <T> List<T> some(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(valuesEach, shuffled.size()));
    }

    /** Half a character is no text, which no schema can say. */
    private static boolean isText(JsonNode value) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(value.isContainerNode() ? textOf(value) : value.asText());
    }

    private static String textOf(JsonNode list) {
        StringBuilder text = new StringBuilder();
        list.forEach(element -> text.append(element.asText()).append(' '));
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String written(JsonNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
