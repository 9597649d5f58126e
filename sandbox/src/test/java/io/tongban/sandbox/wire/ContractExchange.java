package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Requests of the contract's operations, which are right but for what is asked for, and how they have to be answered. */
final class ContractExchange {
    /** Codes that say that a request is not one of the contract's. */
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
            "idempotency-key-missing",
            "counter-context-invalid");

    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final TestSandbox sandbox;
    private final ContractWorld world;

    ContractExchange(TestSandbox sandbox, ContractWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    /** What the contract allows is taken, or refused by the domain. */
    void takes(ContractOperation operation, JsonNode body) {
        taken(operation, target(operation), written(body), Map.of());
    }

    void takes(ContractOperation operation, String target, Map<String, String> fields) {
        taken(operation, target, bodyText(operation), fields);
    }

    private void taken(ContractOperation operation, String target, String body, Map<String, String> fields) {
        if (!ContractWorld.mayHappen(operation)) {
            return;
        }
        Answer answer = answer(operation, target, body, fields);
        String said = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        String code = answer.body().length == 0 ? "" : answer.text("code");
        assertThat(OF_FORM)
                .as("%s %s %s %s: %s", operation.id(), target, fields, body, said)
                .doesNotContain(code);
        assertThat(answer.status())
                .as("%s %s %s %s: %s", operation.id(), target, fields, body, said)
                .isLessThan(500);
    }

    /** @param pointer of the field that breaks the contract */
    void refuses(ContractOperation operation, JsonNode body, String pointer) {
        String text = written(body);
        Answer answer = answer(operation, target(operation), text, Map.of());
        String what = operation.id() + " " + text;
        assertThat(answer.status()).as("%s: %s", what, answer.json()).isIn(400, 422);
        assertThat(answer.text("pointer")).as("%s: %s", what, answer.json()).startsWith(pointer);
    }

    /** @param at of what the contract says in words; whatever is wrong there, the refusal names the place. */
    void takesOrRefuses(ContractOperation operation, JsonNode body, String at) {
        String text = written(body);
        Answer answer = answer(operation, target(operation), text, Map.of());
        String what = operation.id() + " " + text;
        assertThat(answer.status()).as("%s: %s", what, answer.json()).isLessThan(500);
        if (answer.status() == 400 || answer.status() == 422) {
            assertThat(answer.text("pointer")).as("%s: %s", what, answer.json()).startsWith(at);
        }
    }

    /** @param parameter that breaks the contract, or the header field */
    void refuses(ContractOperation operation, String target, Map<String, String> fields, String parameter) {
        Answer answer = answer(operation, target, bodyText(operation), fields);
        String what = operation.id() + " " + target + " " + fields;
        assertThat(answer.status()).as("%s: %s", what, answer.json()).isEqualTo(400);
        assertThat(answer.text("parameter")).as("%s: %s", what, answer.json()).isEqualTo(parameter);
    }

    Answer answer(ContractOperation operation, String target) {
        return answer(operation, target, bodyText(operation), Map.of());
    }

    /** @param fields instead of those that are right; without the one that is empty */
    private Answer answer(ContractOperation operation, String target, String body, Map<String, String> fields) {
        Call call = operation.isOpen()
                ? Call.of(operation.method(), sandbox.gateway(), target, body)
                : world.caller(operation).unsigned(operation.method(), target, body);
        if (operation.isEffect()) {
            call = call.with("Idempotency-Key", TestSandbox.key());
        }
        for (Map.Entry<String, String> field : world.fields(operation).entrySet()) {
            call = call.with(field.getKey(), field.getValue());
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String name = field.getKey().toLowerCase(java.util.Locale.ROOT);
            call = field.getValue().isEmpty() ? call.without(name) : call.with(name, field.getValue());
        }
        Call unsigned = call;
        Answer answer = sandbox.wire()
                .sendUntilAvailable(() ->
                        operation.isOpen() ? unsigned : world.caller(operation).signed(unsigned));
        operation.declares(answer, operation.id() + " " + target + " " + fields + " " + body);
        return answer;
    }

    private String bodyText(ContractOperation operation) {
        return operation.body().isMissingNode() ? "" : written(world.body(operation));
    }

    /** With the parameters that have to be there. */
    String target(ContractOperation operation) {
        String needed = needed(operation, "");
        return path(operation, Map.of()) + (needed.isEmpty() ? "" : "?" + needed);
    }

    String path(ContractOperation operation, Map<String, String> changed) {
        Map<String, String> names = new HashMap<>(world.path(operation));
        names.putAll(changed);
        String target = operation.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            target = target.replace("{" + name.getKey() + "}", name.getValue());
        }
        return target;
    }

    /** The query's parameters that have to be there, but for one. */
    String needed(ContractOperation operation, String but) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.get("name").asText();
            if (parameter.path("required").asBoolean() && !name.equals(but)) {
                query.append(query.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(world.query(name, parameter.get("example").asText()));
            }
        }
        return query.toString();
    }

    private String written(JsonNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
