package io.tongban.province.dialect.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer as it stands in JSON: one object, all values texts, and one list of such objects.
 *
 * @param fields by name; the list as the text by which it is signed
 */
record JsonAnswer(Map<String, String> fields, List<Map<String, String>> rows) {
    static final String ROWS = "rows";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(3)
                    .maxNameLength(40)
                    .build())
            .build();

    /** @throws CallFailed as unreadable if this is anything else, says one thing twice, or is not UTF-8 */
    static JsonAnswer read(byte[] body) {
        try (JsonParser json = FACTORY.createParser(utf8(body))) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            Map<String, String> fields = new LinkedHashMap<>();
            List<Map<String, String>> rows = new ArrayList<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = name(json);
                if (json.nextToken() == JsonToken.START_ARRAY && name.equals(ROWS)) {
                    rows = rows(json);
                    fields.put(name, text(rows));
                } else {
                    require(!name.equals(ROWS));
                    fields.put(name, value(json));
                }
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
            return new JsonAnswer(fields, rows);
        } catch (IOException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private static String utf8(byte[] body) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        // A mark of the order of bytes (RFC 8259, section 8.1: may be ignored), once.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Map<String, String>> rows(JsonParser json) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> row = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = name(json);
                json.nextToken();
                String value = value(json);
                require(value.matches("[A-Za-z0-9-]{0,40}"));
                row.put(name, value);
            }
            rows.add(row);
        }
        require(json.currentToken() == JsonToken.END_ARRAY);
        return rows;
    }

    private static String name(JsonParser json) throws IOException {
        String name = json.currentName();
        require(name.matches("[A-Za-z][A-Za-z0-9_]*"));
        return name;
    }

    private static String value(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        String value = json.getText();
        require(SignedText.isUnambiguous(value));
        return value;
    }

    /** No blanks, members in the order as they came; nothing in a row needs an escape. */
    private static String text(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.entrySet().stream()
                        .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void require(boolean right) {
        if (!right) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    @Override
    public String toString() {
        return "JsonAnswer[…]";
    }
}
