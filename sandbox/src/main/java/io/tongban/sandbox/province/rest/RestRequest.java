package io.tongban.sandbox.province.rest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tongban.sandbox.province.Transaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A request as it came. Silent in {@link #toString()}: it holds personal data. */
record RestRequest(DialectSettings dialectSettings, Transaction transaction, Map<String, String> fields) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    RestRequest {
        fields = Map.copyOf(fields);
    }

    /**
     * @param code that the address ends with
     * @throws UnreadableRequestException if the body is not one flat object of texts, or not what the address says
     */
    static RestRequest of(String code, byte[] body, DialectSettings dialectSettings) throws UnreadableRequestException {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : object(body).properties()) {
            String value = member.getValue().textValue();
            require(
                    value != null && isPlain(value) && member.getKey().matches("[A-Za-z][A-Za-z0-9_]{0,39}"),
                    "a field");
            fields.put(member.getKey(), value == null ? "" : value);
        }
        require(code.equals(fields.get("jydm")), "the address");
        require(fields.getOrDefault("lsh", "").matches("[0-9A-Z]{20}"), "the serial");
        return new RestRequest(dialectSettings, dialectSettings.transaction(code), fields);
    }

    private static JsonNode object(byte[] body) throws UnreadableRequestException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode node = JSON.readTree(text);
            require(node.isObject(), "the body");
            return node;
        } catch (IOException e) {
            throw new UnreadableRequestException("not JSON in UTF-8");
        }
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(c -> c == '&' || Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }

    private static void require(boolean right, String what) throws UnreadableRequestException {
        if (!right) {
            throw new UnreadableRequestException(what + " is not what it should be");
        }
    }

    String serial() {
        return text("lsh");
    }

    /** Empty where it is missing. Members of a body are asked for by the page's name. */
    String text(String name) {
        return fields.getOrDefault(dialectSettings.member(name), "");
    }

    /** A field that must be there. */
    String field(String name) throws UnreadableRequestException {
        require(!text(name).isEmpty(), name);
        return text(name);
    }

    /** A field of whole fen. */
    long fen(String name) throws UnreadableRequestException {
        require(text(name).matches("[0-9]{1,12}"), name);
        return Long.parseLong(text(name));
    }

    @Override
    public String toString() {
        return "RestRequest[" + transaction + "]";
    }
}
