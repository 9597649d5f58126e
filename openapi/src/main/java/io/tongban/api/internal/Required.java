package io.tongban.api.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the builders of requests check and copy. */
public final class Required {
    private Required() {}

    /** @throws IllegalArgumentException with the names, never with a value */
    public static void given(@Nullable Object value, String type, String name) {
        if (value == null || (value instanceof Collection<?> several && isHollow(several))) {
            throw new IllegalArgumentException("A " + type + " needs its " + name);
        }
    }

    /**
     * The same of several.
     *
     * @param namesAndValues a name, its value, and so on
     */
    public static void all(String type, @Nullable Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given(namesAndValues[i + 1], type, String.valueOf(namesAndValues[i]));
        }
    }

    private static boolean isHollow(Collection<?> several) {
        // contains(null) is not allowed on every collection.
        return several.isEmpty() || several.stream().anyMatch(Objects::isNull);
    }

    /** Never null, and with whatever stands in it: a null among the elements is validation's to tell. */
    public static <T> List<T> copied(@Nullable List<T> elements) {
        return elements == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(elements));
    }

    public static <T> Set<T> copied(@Nullable Set<T> elements) {
        return elements == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
}
