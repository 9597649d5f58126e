package io.tongban.province.dialect.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.rest.JsonValue.Bare;
import io.tongban.province.dialect.rest.JsonValue.Items;
import io.tongban.province.dialect.rest.JsonValue.Members;
import io.tongban.province.dialect.rest.JsonValue.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads an answer: one object of values, objects and lists. */
final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNameLength(40)
                    .build())
            .build();

    private JsonReader() {}

    /** @throws CallFailed as unreadable if this is anything else, says one thing twice, or is not UTF-8 */
    static Members read(byte[] body) {
        try (JsonParser json = FACTORY.createParser(utf8(body))) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            Members document = members(json);
            require(json.nextToken() == null);
            return document;
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

    private static Members members(JsonParser json) throws IOException {
        Members members = new Members();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            require(name.matches("[A-Za-z_][A-Za-z0-9_.-]*"));
            json.nextToken();
            members.members().put(name, value(json));
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
        return members;
    }

    /** A number is kept as it stands, because it has more than one way to be written, and one is signed. */
    private static JsonValue value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return members(json);
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            return items(json);
        }
        if (json.currentToken() != null
                && json.currentToken().isScalarValue()
                && !json.hasToken(JsonToken.VALUE_STRING)) {
            return new Bare(json.getText());
        }
        require(json.currentToken() == JsonToken.VALUE_STRING && SignedText.isUnambiguous(json.getText()));
        return new Text(json.getText());
    }

    private static Items items(JsonParser json) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return new Items(items);
    }

    private static void require(boolean right) {
        if (!right) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }
}
