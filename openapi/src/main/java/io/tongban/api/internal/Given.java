package io.tongban.api.internal;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Wrong arguments are told at once, and as such, before anything is prepared or sent. */
public final class Given {
    private Given() {}

    /** @throws IllegalArgumentException with the name */
    public static <T> T value(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("The " + name + " is missing");
        }
        return value;
    }

    /** The same of several, none of which is missing either. */
    public static <C extends Collection<?>> C values(@Nullable C values, String name) {
        C given = value(values, name);
        // contains(null) is not allowed on every collection.
        if (given.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("One of the " + name + " is missing");
        }
        return given;
    }
}
