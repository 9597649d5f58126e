package io.tongban.gateway.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.function.Function;

/** Values that the contract writes as strings are read from strings alone: no epoch numbers, no arrays. */
final class StrictTextModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    StrictTextModule() {
        super("strict-text");
        addDeserializer(
                Instant.class,
                new FromText<>(Instant.class, text -> OffsetDateTime.parse(text).toInstant(), "an ISO 8601 instant"));
        addDeserializer(YearMonth.class, new FromText<>(YearMonth.class, StrictTextModule::month, "a month"));
        addDeserializer(URI.class, new FromText<>(URI.class, URI::create, "a URI"));
        addSerializer(YearMonth.class, ToStringSerializer.instance);
    }

    /** Four digits of year: {@link YearMonth#parse} would take more with a sign. */
    private static YearMonth month(String text) {
        if (text.length() != "2026-11".length()) {
            throw new IllegalArgumentException("not yyyy-mm");
        }
        return YearMonth.parse(text);
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;
        private final String form;

        FromText(Class<T> type, Function<String, T> parse, String form) {
            super(type);
            this.parse = parse;
            this.form = form;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            try {
                return parse.apply(parser.getText());
            } catch (RuntimeException malformed) {
                return (T) context.handleWeirdStringValue(_valueClass, parser.getText(), "not %s", form);
            }
        }
    }
}
