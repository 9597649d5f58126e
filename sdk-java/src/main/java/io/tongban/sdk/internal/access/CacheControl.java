package io.tongban.sdk.internal.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code max-age} of RFC 9111, section 5.2.2.1, within sensible bounds. */
final class CacheControl {
    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[\\s,])max-age=\"?([0-9]{1,9})", Pattern.CASE_INSENSITIVE);
    private static final long DEFAULT_SECONDS = 300;
    private static final long LEAST_SECONDS = 60;
    private static final long MOST_SECONDS = 86_400;

    private CacheControl() {}

    static Duration maxAge(Map<String, List<String>> fields) {
        long seconds = fields.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Cache-Control"))
                .flatMap(field -> field.getValue().stream())
                .flatMap(line -> MAX_AGE.matcher(line).results().map(CacheControl::seconds))
                .findFirst()
                .orElse(DEFAULT_SECONDS);
        return Duration.ofSeconds(Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, seconds)));
    }

    private static long seconds(MatchResult match) {
        return Long.parseLong(match.group(1));
    }
}
