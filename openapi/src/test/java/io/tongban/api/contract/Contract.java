package io.tongban.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** openapi.yaml as a judge of messages. */
record Contract(JsonNode document) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static Contract read() {
        try {
            return new Contract(
                    new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> violations(JsonNode schema, JsonNode value) {
        SchemaValidatorsConfig formatsToo =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return SCHEMAS.getSchema(schema, formatsToo).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** What is wrong with a value by a schema of the components, and members that the schema does not have. */
    List<String> violations(String schemaName, JsonNode value) {
        return byReference("#/components/schemas/" + schemaName, value);
    }

    JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> entry : document.get("paths").properties()) {
            String template = entry.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            JsonNode operation = entry.getValue().path(method.toLowerCase(Locale.ROOT));
            if (path.matches(template) && operation.isObject()) {
                return operation;
            }
        }
        throw new IllegalArgumentException("The contract has no " + method + " " + path);
    }

    List<String> requestViolations(JsonNode operation, JsonNode request) throws IOException {
        List<String> wrong = new ArrayList<>();
        String body = request.get("body").asText();
        JsonNode media = operation.at("/requestBody/content/application~1json/schema");
        if (media.isMissingNode() != body.isEmpty()) {
            wrong.add("a body is there without being asked for, or the other way round");
        } else if (!body.isEmpty()) {
            wrong.addAll(byReference(media.get("$ref").asText(), JSON.readTree(body)));
        }
        String query = URI.create(request.get("targetUri").asText()).getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String name = pair.substring(0, pair.indexOf('='));
            String value = URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            JsonNode schema = parameter(operation, name, "query").path("schema");
            JsonNode typed = schema.path("type").asText().equals("integer")
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                    : JsonNodeFactory.instance.textNode(value);
            wrong.addAll(violations(withComponents(schema), typed));
        }
        return wrong;
    }

    List<String> responseViolations(JsonNode operation, JsonNode response) throws IOException {
        JsonNode declared =
                resolved(operation.path("responses").path(response.get("status").asText()));
        String body = response.get("body").asText();
        if (declared.isMissingNode()) {
            return List.of("the contract has no such status here");
        }
        JsonNode content = declared.path("content");
        if (content.isMissingNode() || body.isEmpty()) {
            return content.isMissingNode() == body.isEmpty() ? List.of() : List.of("body or no body?");
        }
        JsonNode schema = content.elements().next().get("schema");
        return byReference(schema.get("$ref").asText(), JSON.readTree(body));
    }

    private JsonNode parameter(JsonNode operation, String name, String in) {
        return StreamSupport.stream(operation.get("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(each -> each.path("name").asText().equals(name)
                        && each.path("in").asText().equals(in))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + in + " parameter " + name));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private List<String> byReference(String reference, JsonNode value) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", reference);
        List<String> wrong = new ArrayList<>(violations(withComponents(schema), value));
        JsonNode properties = document.at(reference.substring(1)).path("properties");
        value.fieldNames().forEachRemaining(name -> {
            if (!properties.has(name)) {
                wrong.add("there is no member " + name);
            }
        });
        return wrong;
    }

    private JsonNode withComponents(JsonNode schema) {
        return ((ObjectNode) schema.deepCopy()).set("components", document.get("components"));
    }
}
