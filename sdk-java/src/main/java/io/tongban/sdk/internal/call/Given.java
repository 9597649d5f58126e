package io.tongban.sdk.internal.call;

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
}
