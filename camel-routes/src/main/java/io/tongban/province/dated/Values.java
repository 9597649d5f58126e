package io.tongban.province.dated;

import io.tongban.province.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values of a file; each failure says what to write instead. */
public final class Values {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

    private Values() {}

    public static int number(YamlEntry entry, int min, int max) {
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

    /**
     * @param least and {@code most}, as a file would write them
     * @param hint completes "write …"
     */
    public static Duration duration(YamlEntry entry, String least, String most, String hint) {
        return duration(entry.text())
                .filter(duration -> duration.compareTo(duration(least).orElseThrow()) >= 0
                        && duration.compareTo(duration(most).orElseThrow()) <= 0)
                .orElseThrow(() -> entry.wrong("is not a time from " + least + " to " + most + "; write " + hint));
    }

    private static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    public static boolean yes(YamlEntry entry) {
        return switch (entry.text()) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw entry.wrong("is neither; write yes or no");
        };
    }

    public static LocalDate date(YamlEntry entry) {
        return date(entry, entry.text());
    }

    public static LocalDate date(YamlEntry entry, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw entry.wrong("is not a date; write 2026-01-31");
        }
    }

    public static <E extends Enum<E>> E oneOf(Class<E> type, YamlEntry entry) {
        return oneOf(type, entry, entry.text());
    }

    public static <E extends Enum<E>> E oneOf(Class<E> type, YamlEntry entry, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> Words.of(value).equals(word))
                .findFirst()
                .orElseThrow(() -> entry.wrong("is not known: \"" + word + "\"; write one of " + Words.of(type)));
    }

    /** Builds a value whose constructor refuses with {@link IllegalArgumentException}. */
    public static <T> T built(YamlEntry entry, Function<String, T> constructor) {
        try {
            return constructor.apply(entry.text());
        } catch (IllegalArgumentException e) {
            throw entry.wrong("is wrong: " + e.getMessage());
        }
    }

    /** As {@link #built(YamlEntry, Function)}, for constructors that speak of nothing that stands in a file. */
    public static <T> T built(YamlEntry entry, String why, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw entry.wrong(why);
        }
    }
}
