package io.tongban.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A component identifier (RFC 9421, section 2): the name of a field in lower case or of a derived component, and its
 * parameters. Two identifiers are equal when names and parameters are, in whatever order these stand; the order is
 * kept because it shows in the signature base.
 *
 * @param name such as {@code content-type} or {@code @method}
 * @param parameters sf, bs, req and tr are {@code true}; key and name are strings
 */
public record ComponentIdentifier(String name, Map<String, Object> parameters) {

    /**
     * @throws SignatureRefusedException MALFORMED if the name or a parameter's value is none, or parameters exclude
     *     each other; PARAMETER_UNKNOWN for a parameter that RFC 9421 does not have
     */
    public ComponentIdentifier {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        ComponentRules.check(name, parameters);
    }

    public static ComponentIdentifier of(String name) {
        return new ComponentIdentifier(name, Map.of());
    }

    /** The component of the request that a response answers. */
    public static ComponentIdentifier ofRequest(String name) {
        return new ComponentIdentifier(name, Map.of("req", true));
    }

    public boolean isDerived() {
        return name.startsWith("@");
    }

    boolean has(String flag) {
        return parameters.containsKey(flag);
    }

    /** The value of a string parameter that is known to be there. */
    String string(String parameter) {
        return String.valueOf(parameters.get(parameter));
    }

    /** As a Structured Field item, as it stands in Signature-Input and at the start of a line of the base. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.length() + 16);
        appendString(text, name);
        parameters.forEach((parameter, value) -> {
            text.append(';').append(parameter);
            if (value instanceof String string) {
                appendString(text.append('='), string);
            }
        });
        return text.toString();
    }

    private static void appendString(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
