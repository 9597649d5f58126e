package io.tongban.gateway.edge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.net.URI;
import java.time.temporal.Temporal;
import java.util.List;

/** Tells what a record refused, with the pointer and never with the value. */
final class JsonProblems {
    private JsonProblems() {}

    static ProblemException of(JsonProcessingException refused) {
        if (refused instanceof UnrecognizedPropertyException unknown) {
            return new ProblemException(ProblemType.FIELD_UNKNOWN, null, pointer(unknown.getPath()));
        }
        if (refused instanceof JsonMappingException mapping) {
            return new ProblemException(
                    isForm(mapping) ? ProblemType.FIELD_INVALID : ProblemType.FIELD_TYPE,
                    null,
                    pointer(mapping.getPath()));
        }
        return new ProblemException(ProblemType.BODY_NOT_JSON);
    }

    /** A string where a string belongs, but not one of the right form: an enum's name, a date, a URI. */
    private static boolean isForm(JsonMappingException refused) {
        return refused instanceof InvalidFormatException format
                && format.getValue() instanceof String
                && isWrittenAsText(format.getTargetType());
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
