package io.tongban.gateway.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.lang.reflect.Field;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a record refused, with the pointer and never with the value. */
final class JsonProblems {
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            YearMonth.class, "A month such as 2026-10",
            LocalDate.class, "A day such as 2026-10-31",
            Instant.class, "A moment with its offset, such as 2026-10-31T10:00:00+08:00 or 2026-10-31T02:00:00Z",
            URI.class, "An absolute URI such as https://example.org/hook");

    private JsonProblems() {}

    static ProblemException of(JsonProcessingException refused) {
        if (refused instanceof UnrecognizedPropertyException unknown) {
            return new ProblemException(ProblemType.FIELD_UNKNOWN, null, pointer(unknown.getPath()));
        }
        if (refused instanceof JsonMappingException mapping) {
            return isForm(mapping)
                    ? new ProblemException(ProblemType.FIELD_INVALID, form(mapping), pointer(mapping.getPath()))
                    : new ProblemException(ProblemType.FIELD_TYPE, null, pointer(mapping.getPath()));
        }
        return new ProblemException(ProblemType.BODY_NOT_JSON);
    }

    /** A string where a string belongs, but not one of the right form: an enum's name, a date, a URI. */
    private static boolean isForm(JsonMappingException refused) {
        return refused instanceof InvalidFormatException format
                && format.getValue() instanceof String
                && isWrittenAsText(format.getTargetType());
    }

    /** The form in words, which the contract gives as an enum or a format; null where it gives none. */
    private static @Nullable String form(JsonMappingException refused) {
        if (!(refused instanceof InvalidFormatException format)) {
            return null;
        }
        Class<?> type = format.getTargetType();
        return type.isEnum() ? "One of " + names(type) : EXAMPLES.get(type);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> Optional.ofNullable(constant.getAnnotation(JsonProperty.class))
                        .map(JsonProperty::value)
                        .orElse(constant.getName()))
                .toList();
    }

    private static boolean isWrittenAsText(Class<?> type) {
        return type.isEnum() || Temporal.class.isAssignableFrom(type) || type == URI.class;
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : path) {
            pointer = step.getFieldName() != null
                    ? pointer.appendProperty(step.getFieldName())
                    : pointer.appendIndex(Math.max(0, step.getIndex()));
        }
        return pointer.toString();
    }
}
