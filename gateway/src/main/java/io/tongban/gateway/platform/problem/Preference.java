package io.tongban.gateway.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The preference {@code wait} of the field Prefer, RFC 7240. What cannot be understood is ignored, as section 2 wants;
 * of several the first counts.
 */
public final class Preference {
    /** The longest wait; a longer one is shortened. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final int MOST_CHARACTERS = 1000;
    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NAMED_WAIT =
            Pattern.compile("\\s*wait\\s*([=;].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Preference() {}

    /** How long to wait for what may come; zero when not asked for. */
    public static Duration wait(@Nullable String prefer) {
        if (prefer == null || prefer.length() > MOST_CHARACTERS) {
            return Duration.ZERO;
        }
        return preferences(prefer).stream()
                .filter(each -> NAMED_WAIT.matcher(each).matches())
                .findFirst()
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Duration.ofSeconds(Integer.parseInt(matcher.group(1))))
                .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked)
                .orElse(Duration.ZERO);
    }

    /** Split at the commas that stand outside of quoted strings. */
    private static List<String> preferences(String prefer) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < prefer.length(); i++) {
            char c = prefer.charAt(i);
            if (quoted && c == '\\' && i + 1 < prefer.length()) {
                part.append(c).append(prefer.charAt(++i));
            } else if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                quoted ^= c == '"';
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
