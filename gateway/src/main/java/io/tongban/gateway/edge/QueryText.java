package io.tongban.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The query of a request target as names and values, each name once. */
final class QueryText {
    /** More than any operation takes. */
    private static final int MOST = 32;
    /** What may be shown of a name that we do not know. */
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z][A-Za-z_-]{0,31}");

    private QueryText() {}

    /** @throws ProblemException parameter-invalid if a name stands twice, or there are too many */
    static Map<String, String> of(String target) {
        Map<String, String> found = new LinkedHashMap<>();
        int begin = target.indexOf('?');
        if (begin < 0 || begin == target.length() - 1) {
            return found;
        }
        String[] parts = target.substring(begin + 1).split("&", MOST + 1);
        if (parts.length > MOST) {
            throw new ProblemException(ProblemType.PARAMETER_INVALID, "There are too many parameters");
        }
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            if (found.put(name, equals < 0 ? "" : decoded(part.substring(equals + 1))) != null) {
                throw named(new ProblemException(ProblemType.PARAMETER_INVALID, "A parameter stands once"), name);
            }
        }
        return found;
    }

    /** With the name, if it can be one: what is none is not repeated. */
    static ProblemException named(ProblemException problem, String name) {
        return SHOWN.matcher(name).matches() ? problem.inParameter(name) : problem;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new ProblemException(ProblemType.HEADER_INVALID, "The percent-encoding of path or query is broken");
        }
    }
}
