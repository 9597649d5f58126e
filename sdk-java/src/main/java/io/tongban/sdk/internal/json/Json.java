package io.tongban.sdk.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON dialect of the contract. What a newer gateway adds must not break an older client: fields that it does
 * not know are skipped, an enum value that it does not know reads as null, and inside a collection is left out.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
            .build();

    private Json() {}

    /** UTF-8. */
    public static byte[] write(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (JsonProcessingException unwritable) {
            // Its text may repeat values.
            throw new IllegalArgumentException(
                    "Cannot be written as JSON: " + record.getClass().getSimpleName());
        }
    }

    /** Empty if the octets are not such a record; why is not told, because a parser's text repeats what it read. */
    public static <T> Optional<T> read(byte[] octets, Class<T> type) {
        try {
            @Nullable T value = MAPPER.readValue(octets, type);
            return Optional.ofNullable(value);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
