package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What came back, as bytes and fields; read as JSON only after its signature was verified. */
record Answer(int status, Map<String, List<String>> fields, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String member) {
        return json().path(member).asText();
    }

    String field(String name) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(field -> field.getValue().get(0))
                .findFirst()
                .orElse("");
    }
}
