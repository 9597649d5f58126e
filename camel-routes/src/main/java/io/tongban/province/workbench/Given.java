package io.tongban.province.workbench;

import java.util.Locale;
import java.util.Optional;

/** What a command is told from outside. */
public final class Given {
    private Given() {}

    /** System properties first, then the environment; an empty value is none. */
    public static Optional<String> fromSystem(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(
                        name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))))
                .filter(value -> !value.isBlank());
    }
}
