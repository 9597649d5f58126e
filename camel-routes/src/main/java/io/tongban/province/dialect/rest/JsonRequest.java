package io.tongban.province.dialect.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A request as it stands in JSON: one object, all values texts, UTF-8. */
final class JsonRequest {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonRequest() {}

    static byte[] write(Map<String, String> members) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(body)) {
            json.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written to but memory", e);
        }
        return body.toByteArray();
    }
}
