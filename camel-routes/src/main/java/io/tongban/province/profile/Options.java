package io.tongban.province.profile;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A dialect's own settings, as a profile gives them or the dialect takes them to be. Checked when they are read. */
public record Options(Map<String, String> values) {
    public Options {
        values = Map.copyOf(values);
    }

    /** @throws IllegalStateException if there is neither a value nor a default; the reader saw to it that there is */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no option " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public boolean yes(String name) {
        return text(name).equals("yes");
    }

    /**
     * One setting that a dialect knows. Its value may hold placeholders.
     *
     * @param usual taken where the profile says nothing; empty if it has to say something
     * @param form what a value has to look like
     * @param hint completes "write …", such as {@code 4, 6 or 8}
     */
    public record Option(String name, Optional<String> usual, Predicate<String> form, String hint) {
        public static Option required(String name, String pattern, String hint) {
            return new Option(name, Optional.empty(), Pattern.compile(pattern).asMatchPredicate(), hint);
        }

        public static Option usually(String name, String usual, String pattern, String hint) {
            return new Option(name, Optional.of(usual), Pattern.compile(pattern).asMatchPredicate(), hint);
        }
    }
}
