package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract as the running gateway serves it: its operations and schemas. */
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    /** By the very node: a copy of all components is what each costs. */
    private final Map<JsonNode, JsonSchema> compiled = new IdentityHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Contract servedBy(URI gateway) {
        try {
            HttpResponse<String> served = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(gateway + "/openapi"))
                                    .header("Accept", "application/yaml")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            // As text and not as YAML's own dates and numbers of base 60.
            return new Contract(new ObjectMapper(new YAMLFactory()).readTree(served.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<ContractOperation> operations() {
        List<ContractOperation> found = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> found.add(new ContractOperation(
                                this,
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return found;
    }

    /** The node itself, or what it refers to within the document. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? resolved(document.at(reference.asText().substring(1))) : node;
    }

    /** What the value breaks of the schema; nothing if it is allowed. */
    Set<ValidationMessage> broken(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compiled).validate(value);
    }

    boolean allows(JsonNode schema, JsonNode value) {
        return broken(schema, value).isEmpty();
    }

    /** With the components beside it, so that its references lead somewhere. */
    private JsonSchema compiled(JsonNode schema) {
        var whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.get("components").deepCopy());
        endStrictly(whole);
        return schemas.getSchema(whole, FORMATS_COUNT);
    }

    /**
     * In the contract's regular expressions (ECMA-262) a text ends at {@code $}; in Java's one more line terminator may
     * follow, and U+0085 is one.
     */
    private static void endStrictly(JsonNode node) {
        if (node.path("pattern").isTextual()) {
            ((ObjectNode) node).put("pattern", node.get("pattern").asText().replaceAll("\\$$", "\\\\z"));
        }
        node.forEach(Contract::endStrictly);
    }
}
