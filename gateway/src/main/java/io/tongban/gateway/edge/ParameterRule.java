package io.tongban.gateway.edge;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the contract says of one path or query parameter, read from the annotations that openapi.yaml is written from.
 *
 * @param required whether it has to be there
 * @param allows whether the decoded text is of the contract's form
 * @param form the form in words, for whoever sent another
 */
record ParameterRule(String name, boolean inQuery, boolean required, Predicate<String> allows, String form) {
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
        boolean inQuery = query != null;
        boolean required = path != null || isRequired(declared);
        if (declared.getType().isEnum()) {
            List<String> names = Arrays.stream(declared.getType().getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Optional.of(new ParameterRule(name, inQuery, required, names::contains, "One of " + names));
        }
        Schema schema = schema(declared);
        return Optional.of(
                declared.getType() == Integer.class
                        ? whole(name, inQuery, required, schema)
                        : text(name, inQuery, required, schema));
    }

    private static boolean isRequired(Parameter declared) {
        var described = declared.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        return described != null && described.required();
    }

    private static Schema schema(Parameter declared) {
        var described = declared.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        if (described == null
                || (declared.getType() != Integer.class
                        && described.schema().pattern().isEmpty())) {
            throw new IllegalStateException("The contract does not describe the form of " + declared);
        }
        return described.schema();
    }

    private static ParameterRule text(String name, boolean inQuery, boolean required, Schema schema) {
        Predicate<String> form = Pattern.compile(schema.pattern()).asMatchPredicate();
        return new ParameterRule(
                name,
                inQuery,
                required,
                text -> !text.isEmpty() && text.length() <= LONGEST && form.test(text),
                "Of the form " + schema.pattern());
    }

    private static ParameterRule whole(String name, boolean inQuery, boolean required, Schema schema) {
        int least = Integer.parseInt(schema.minimum());
        int most = Integer.parseInt(schema.maximum());
        return new ParameterRule(
                name,
                inQuery,
                required,
                text -> WHOLE.matcher(text).matches()
                        && Integer.parseInt(text) >= least
                        && Integer.parseInt(text) <= most,
                "A whole number from " + least + " to " + most);
    }
}
