package io.tongban.gateway.platform.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.tongban.api.Patterns;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Values that the contract writes as strings are read from strings alone, and from those that the contract allows: no
 * epoch numbers, no arrays, no blanks around a name.
 */
final class StrictTextModule extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final Pattern INSTANT = Pattern.compile(Patterns.INSTANT);
    private static final Pattern MONTH = Pattern.compile(Patterns.MONTH);

    StrictTextModule() {
        super("strict-text");
        addDeserializer(Instant.class, new FromText<>(Instant.class, StrictTextModule::instant, "an instant"));
        addDeserializer(YearMonth.class, new FromText<>(YearMonth.class, StrictTextModule::month, "a month"));
        addDeserializer(URI.class, new FromText<>(URI.class, URI::create, "a URI"));
        setDeserializerModifier(new Names());
        addSerializer(YearMonth.class, ToStringSerializer.instance);
        addSerializer(Instant.class, new Milliseconds());
    }

    /** In milliseconds, as all instants are kept and shown; finer ones are cut off. */
    private static Instant instant(String text) {
        return OffsetDateTime.parse(matching(INSTANT, text)).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static YearMonth month(String text) {
        return YearMonth.parse(matching(MONTH, text));
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not of the contract's form");
        }
        return text;
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;
        private final String form;

        FromText(Class<?> type, Function<String, T> parse, String form) {
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

    /** Names of enums to the letter: Jackson's own reader takes blanks around them. */
    private static final class Names extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> usual) {
            Map<String, Object> byName = new HashMap<>();
            for (Object constant : type.getRawClass().getEnumConstants()) {
                byName.put(written((Enum<?>) constant), constant);
            }
            return new FromText<>(type.getRawClass(), name -> known(byName, name), "one of its names");
        }

        private static Object known(Map<String, Object> byName, String name) {
            Object constant = byName.get(name);
            if (constant == null) {
                throw new IllegalArgumentException("no such name");
            }
            return constant;
        }

        private static String written(Enum<?> constant) {
            try {
                JsonProperty named =
                        constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
                return named == null ? constant.name() : named.value();
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("an enum has a field for each constant", e);
            }
        }
    }

    private static final class Milliseconds extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Milliseconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(instant.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }
}
