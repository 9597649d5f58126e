package io.tongban.signature;

import java.util.Map;
import java.util.Set;

/** Which identifiers RFC 9421, section 2, allows. */
final class ComponentRules {

    private static final Set<String> FLAGS = Set.of("sf", "bs", "req", "tr");
    private static final Set<String> STRINGS = Set.of("key", "name");
    private static final Set<String> FOR_FIELDS_ONLY = Set.of("sf", "bs", "tr", "key");

    private ComponentRules() {}

    static void check(String name, Map<String, Object> parameters) {
        parameters.forEach((parameter, value) -> checkParameter(name, parameter, value));
        if (name.startsWith("@")) {
            checkDerived(name, parameters.keySet());
        } else {
            checkField(name, parameters.keySet());
        }
    }

    private static void checkParameter(String name, String parameter, Object value) {
        boolean flag = FLAGS.contains(parameter);
        if (!flag && !STRINGS.contains(parameter)) {
            throw new SignatureRefusedException(
                    SignatureFailure.PARAMETER_UNKNOWN, "Component parameter " + parameter + " is unknown");
        }
        boolean rightType = flag ? Boolean.TRUE.equals(value) : value instanceof String text && PrintableAscii.is(text);
        if (!rightType) {
            throw malformed(name, "has a parameter " + parameter + " of the wrong type");
        }
    }

    private static void checkDerived(String name, Set<String> parameters) {
        if (DerivedComponent.named(name).isEmpty()) {
            throw malformed(name, "is no derived component that can be covered");
        }
        if (parameters.stream().anyMatch(FOR_FIELDS_ONLY::contains)) {
            throw malformed(name, "has a parameter that only fields can have");
        }
        if (parameters.contains("name") != name.equals(DerivedComponent.QUERY_PARAM)) {
            throw malformed(name, "must have the parameter name if and only if it is @query-param");
        }
    }

    private static void checkField(String name, Set<String> parameters) {
        if (!isFieldName(name)) {
            throw malformed(name, "is no field name in lower case");
        }
        if (parameters.contains("name")) {
            throw malformed(name, "must have the parameter name if and only if it is @query-param");
        }
        if (parameters.contains("bs") && (parameters.contains("sf") || parameters.contains("key"))) {
            throw malformed(name, "cannot be both a byte sequence and a Structured Field");
        }
    }

    /** RFC 9110, section 5.6.2, in lower case. */
    private static boolean isFieldName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static SignatureRefusedException malformed(String name, String problem) {
        String shown = PrintableAscii.is(name) ? name : "(not ASCII)";
        return new SignatureRefusedException(SignatureFailure.MALFORMED, "Component \"" + shown + "\" " + problem);
    }
}
