package io.tongban.gateway.edge;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the contract says of one path or query parameter, read from the annotations that openapi.yaml is written from.
 *
 * @param allows whether the decoded text is of the contract's form
 */
record ParameterRule(String name, boolean inQuery, Predicate<String> allows) {
    /** Longer than any parameter of the contract. */
    private static final int LONGEST = 512;
    /** As JSON writes whole numbers; more digits than any bound of the contract has are not looked at. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,8}");

    /** Empty for what stands in a header field or in the body. */
    static Optional<ParameterRule> of(Parameter declared) {
        QueryParam query = declared.getAnnotation(QueryParam.class);
        PathParam path = declared.getAnnotation(PathParam.class);
        if (query == null && path == null) {
            return Optional.empty();
        }
        String name = query == null ? path.value() : query.value();
        Predicate<String> form = form(declared);
        return Optional.of(new ParameterRule(
                name, query != null, text -> !text.isEmpty() && text.length() <= LONGEST && form.test(text)));
    }

    private static Predicate<String> form(Parameter declared) {
        var described = declared.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        if (declared.getType().isEnum()) {
            return name -> Arrays.stream(declared.getType().getEnumConstants())
                    .anyMatch(constant -> ((Enum<?>) constant).name().equals(name));
        }
        if (described == null) {
            throw new IllegalStateException("The contract does not describe " + declared);
        }
        return declared.getType() == Integer.class
                ? whole(described.schema())
                : Pattern.compile(pattern(described.schema(), declared)).asMatchPredicate();
    }

    private static String pattern(Schema schema, Parameter declared) {
        if (schema.pattern().isEmpty()) {
            throw new IllegalStateException("The contract gives no pattern of " + declared);
        }
        return schema.pattern();
    }

    private static Predicate<String> whole(Schema schema) {
        int least = Integer.parseInt(schema.minimum());
        int most = Integer.parseInt(schema.maximum());
        return text ->
                WHOLE.matcher(text).matches() && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }
}
