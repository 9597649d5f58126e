package io.tongban.province.dialect.file;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a file transfer does something, as a profile writes it: {@code 500ms}, {@code 30s}, {@code 10m} or {@code 1h}. */
final class Durations {
    static final String FORM = "[1-9][0-9]{0,4}(ms|s|m|h)";
    private static final Pattern PARTS = Pattern.compile("([0-9]+)([a-z]+)");

    private Durations() {}

    static Duration of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a time");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
