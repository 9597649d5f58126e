package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** JSON for eyes. */
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** Indented if it is JSON; control characters, which could steer a terminal, are left out of anything else. */
    static String pretty(byte[] body) {
        return read(body)
                .map(JsonNode::toPrettyString)
                .orElseGet(() -> new String(body, UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?"));
    }

    /** Empty if there is no such text. */
    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
