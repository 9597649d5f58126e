package io.tongban.sdk.fake;

import java.util.Locale;
import java.util.Set;

/** The commonest of the fillers that the gateway does not take for the reference of an agreement or a consent. */
final class References {
    private static final Set<String> NOTHING =
            Set.of("none", "no", "na", "nil", "null", "unknown", "test", "todo", "tbd", "dummy", "string");

    private References() {}

    static boolean saySomething(String reference) {
        String letters = reference.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.chars().distinct().count() > 1 && !NOTHING.contains(letters);
    }
}
