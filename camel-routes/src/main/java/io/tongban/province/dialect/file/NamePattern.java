package io.tongban.province.dialect.file;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file's name with words in braces: {@code {number:3}} has at least three digits, {@code {again:.}} is nothing for a
 * first reply and {@code .2}, {@code .3} for those that follow.
 */
record NamePattern(String text) {
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)(?::([^}]*))?}");
    /** File 12 of A and file 2 of A1 would have one name. The day between them, which has eight digits, parts them. */
    private static final Pattern RUN_TOGETHER =
            Pattern.compile("\\{kind}([0-9]|\\{operator})*\\{number|\\{number[^}]*}([0-9]|\\{operator})*\\{kind}");

    /** A kind's code may have a hyphen in it: a second reply of A and a first one of A-2 would have one name. */
    private static final Pattern AGAIN_OF_KIND = Pattern.compile("\\{kind}\\{again:-}|\\{again:-}\\{kind}");

    private static final Pattern AROUND = Pattern.compile("[A-Za-z0-9_.-]*");

    static boolean isRequest(String text) {
        return isName(text, Set.of("kind", "operator", "day", "number"), Set.of("kind", "day", "number"))
                && !RUN_TOGETHER.matcher(text).find()
                && text.matches(".*}[A-Za-z0-9_-]*\\.[A-Za-z0-9]{1,10}");
    }

    /** Of a file that tells of a day: its totals, or its items. */
    static boolean isDay(String text) {
        return isName(text, Set.of("kind", "operator", "day"), Set.of("kind", "day"));
    }

    static boolean isReply(String text) {
        return isName(text, Set.of("name", "again"), Set.of("name", "again")) || isReplyOfDay(text);
    }

    /** Of one that answers all files of a kind and a day. */
    static boolean isReplyOfDay(String text) {
        return isName(text, Set.of("kind", "operator", "day", "again"), Set.of("kind", "day", "again"))
                && !AGAIN_OF_KIND.matcher(text).find();
    }

    private static boolean isName(String text, Set<String> known, Set<String> needed) {
        Set<String> words =
                WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toSet());
        return known.containsAll(words)
                && words.containsAll(needed)
                && AROUND.matcher(WORD.matcher(text).replaceAll("")).matches()
                && WORD.matcher(text).results().allMatch(word -> fits(word.group(1), word.group(2)));
    }

    private static boolean fits(String word, String how) {
        return switch (word) {
            case "number" -> how == null || how.matches("[1-9]");
            case "again" -> how != null && how.matches("[._-]");
            default -> how == null;
        };
    }

    String with(Map<String, String> values) {
        return WORD.matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(value(word.group(1), word.group(2), values)));
    }

    private static String value(String word, String how, Map<String, String> values) {
        String value = values.getOrDefault(word, "");
        return switch (word) {
            case "number" -> "0".repeat(Math.max(0, width(how) - value.length())) + value;
            case "again" -> value.isEmpty() ? "" : how + value;
            default -> value;
        };
    }

    private static int width(String how) {
        return how == null ? 1 : Integer.parseInt(how);
    }
}
