package io.tongban.province.dialect.file;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row that is not one of a command: a header, or the total. {@code {rows:8}} has eight digits, with zeros before. */
final class RowPattern {
    static final String ROWS = "rows";
    static final String FEN = "fen";
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)(?::([1-9][0-9]?))?}");

    /** Nobody could tell where the one number ends and the next begins. */
    private static final Pattern RUN_TOGETHER = Pattern.compile("\\{(number|rows|fen)}[0-9]*\\{(number|rows|fen)}");

    private final String text;
    private final Pattern read;

    RowPattern(String text) {
        this.text = text;
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            pattern.append(Pattern.quote(text.substring(end, words.start())))
                    .append("(?<")
                    .append(words.group(1))
                    .append(form(words.group(1), words.group(2)));
            end = words.end();
        }
        this.read = Pattern.compile(
                pattern.append(Pattern.quote(text.substring(end))).toString());
    }

    private static String form(String word, @Nullable String digits) {
        if (digits != null) {
            return ">[0-9]{" + digits + (word.equals("number") ? ",18})" : "})");
        }
        return word.equals(ROWS) || word.equals(FEN) ? ">[0-9]{1,18})" : ">.*?)";
    }

    static boolean isHeader(String text) {
        return hasOnly(text, Set.of("kind", "operator", "day", "number", ROWS, FEN));
    }

    static boolean isTotal(String text) {
        return hasOnly(text, Set.of(ROWS, FEN)) && text.matches(".*\\{rows[:}].*") && text.matches(".*\\{fen[:}].*");
    }

    private static boolean hasOnly(String text, Set<String> known) {
        Set<String> words =
                WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toSet());
        boolean once = WORD.matcher(text).results().count() == words.size();
        return once
                && !RUN_TOGETHER.matcher(text).find()
                && known.containsAll(words)
                && WORD.matcher(text).results().allMatch(RowPattern::isCounted)
                && WORD.matcher(text).replaceAll("").chars().noneMatch(c -> c == '{' || c == '}' || c < ' ');
    }

    /** Digits can be told only of a number, and no more of them than a long has. */
    private static boolean isCounted(MatchResult word) {
        return word.group(2) == null
                || (Set.of("number", ROWS, FEN).contains(word.group(1)) && Integer.parseInt(word.group(2)) <= 18);
    }

    /** The largest number that the digits of a word have room for; where it has as many as it needs, any. */
    long most(String word) {
        return WORD.matcher(text)
                .results()
                .filter(each -> each.group(1).equals(word) && each.group(2) != null)
                .mapToLong(each -> Long.parseLong("9".repeat(Integer.parseInt(each.group(2)))))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** @throws IllegalStateException if a count or a sum has more digits than its word says: it would push the rest */
    String with(Map<String, String> values) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(value(word, values)));
    }

    private static String value(MatchResult word, Map<String, String> values) {
        String value = values.getOrDefault(word.group(1), "");
        int digits = word.group(2) == null ? 0 : Integer.parseInt(word.group(2));
        if (digits > 0 && value.length() > digits && !word.group(1).equals("number")) {
            throw new IllegalStateException(word.group() + " has no room for " + value);
        }
        return "0".repeat(Math.max(0, digits - value.length())) + value;
    }

    /** Whether a row of the far side is such a one. */
    boolean fits(String row) {
        return read.matcher(row).matches();
    }

    /** What stands at a word; absent if the row is no such one. */
    OptionalLong number(String row, String word) {
        Matcher found = read.matcher(row);
        return found.matches() ? OptionalLong.of(Long.parseLong(found.group(word))) : OptionalLong.empty();
    }
}
