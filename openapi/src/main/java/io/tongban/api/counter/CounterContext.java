package io.tongban.api.counter;

import io.tongban.api.Patterns;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what circumstances a bank asks. It goes as the field {@code Counter-Context}, a dictionary of Structured Fields (RFC
 * 9651) that the request's signature covers.
 *
 * @param point reference of the counter or terminal, as the bank calls it
 * @param operator staff number of who serves there
 * @param session the bank's own name for this visit; the same for all calls of one. Audited for good, like point and
 *     operator: no personal number, which the gateway refuses
 * @param purpose what the worker came for
 * @param identified how it was found out who the worker is
 */
public record CounterContext(
        String point, String operator, String session, Purpose purpose, Identification identified) {
    private static final Pattern REFERENCE = Pattern.compile(Patterns.REFERENCE);
    private static final Pattern MEMBER = Pattern.compile("([a-z]{1,20})=(\"([!-~]{1,64})\"|([a-z-]{1,20}))");
    private static final Pattern COMMA = Pattern.compile("[ \\t]*,[ \\t]*");
    private static final int MEMBERS = 5;
    private static final int LONGEST = 400;

    /** @throws IllegalArgumentException for a name that no reference can be */
    public CounterContext {
        if (!isReference(point) || !isReference(operator) || !isReference(session)) {
            throw new IllegalArgumentException("Point, operator and session are references");
        }
        if (purpose == null || identified == null) {
            throw new IllegalArgumentException("Say for what, and how the worker was identified");
        }
    }

    private static boolean isReference(String text) {
        return text != null && REFERENCE.matcher(text).matches();
    }

    /** The field's value. */
    public String toField() {
        return "point=\"" + point + "\", operator=\"" + operator + "\", session=\"" + session + "\", purpose="
                + token(purpose) + ", identified=" + token(identified);
    }

    private static String token(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads all lines of the field; empty if they are not exactly the five members, each once and of its form. */
    public static Optional<CounterContext> parse(List<String> lines) {
        String text = String.join(",", lines).strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> strings = new HashMap<>();
        Map<String, String> tokens = new HashMap<>();
        String[] members = COMMA.split(text, -1);
        for (String each : members) {
            Matcher member = MEMBER.matcher(each);
            if (!member.matches()) {
                return Optional.empty();
            }
            boolean isString = member.group(3) != null;
            (isString ? strings : tokens).put(member.group(1), isString ? member.group(3) : member.group(4));
        }
        return members.length == MEMBERS ? of(strings, tokens) : Optional.empty();
    }

    private static Optional<CounterContext> of(Map<String, String> strings, Map<String, String> tokens) {
        try {
            return Optional.of(new CounterContext(
                    strings.getOrDefault("point", ""),
                    strings.getOrDefault("operator", ""),
                    strings.getOrDefault("session", ""),
                    value(Purpose.class, tokens.getOrDefault("purpose", "")),
                    value(Identification.class, tokens.getOrDefault("identified", ""))));
        } catch (IllegalArgumentException ofAnotherForm) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E value(Class<E> type, String token) {
        return Enum.valueOf(type, token.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
