package io.tongban.province.profile;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values of a profile; each failure says what to write instead. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s)");

    private Values() {}

    static int number(YamlEntry entry, int min, int max) {
        try {
            int number = Integer.parseInt(entry.text());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the range
        }
        throw entry.wrong("is not a number from " + min + " to " + max);
    }

    static Duration duration(YamlEntry entry) {
        Matcher parts = DURATION.matcher(entry.text());
        if (parts.matches()) {
            long count = Long.parseLong(parts.group(1));
            Duration duration = parts.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
            if (!duration.isZero() && duration.compareTo(Duration.ofMinutes(10)) <= 0) {
                return duration;
            }
        }
        throw entry.wrong("is not a time from 1ms to 600s; write 10s or 500ms");
    }

    static LocalDate date(YamlEntry entry) {
        try {
            return LocalDate.parse(entry.text());
        } catch (DateTimeParseException e) {
            throw entry.wrong("is not a date; write 2026-01-31");
        }
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, YamlEntry entry) {
        return oneOf(type, entry, entry.text());
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, YamlEntry entry, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> Words.of(value).equals(word))
                .findFirst()
                .orElseThrow(() -> entry.wrong("is not known: \"" + word + "\"; write one of " + Words.of(type)));
    }

    /** Builds a value whose constructor refuses with {@link IllegalArgumentException}. */
    static <T> T built(YamlEntry entry, Function<String, T> constructor) {
        try {
            return constructor.apply(entry.text());
        } catch (IllegalArgumentException e) {
            throw entry.wrong("is wrong: " + e.getMessage());
        }
    }
}
