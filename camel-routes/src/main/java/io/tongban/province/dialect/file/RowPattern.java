package io.tongban.province.dialect.file;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A row that is not one of a command: a header, or the total. */
final class RowPattern {
    static final String ROWS = "rows";
    static final String FEN = "fen";
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");

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
                    .append(words.group(1).equals(ROWS) || words.group(1).equals(FEN) ? ">[0-9]{1,18})" : ">.*?)");
            end = words.end();
        }
        this.read = Pattern.compile(
                pattern.append(Pattern.quote(text.substring(end))).toString());
    }

    static boolean isHeader(String text) {
        return hasOnly(text, Set.of("kind", "operator", "day", "number", ROWS, FEN));
    }

    static boolean isTotal(String text) {
        return hasOnly(text, Set.of(ROWS, FEN)) && text.contains("{rows}") && text.contains("{fen}");
    }

    private static boolean hasOnly(String text, Set<String> known) {
        Set<String> words =
                WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toSet());
        boolean once = WORD.matcher(text).results().count() == words.size();
        return once
                && !RUN_TOGETHER.matcher(text).find()
                && known.containsAll(words)
                && WORD.matcher(text).replaceAll("").chars().noneMatch(c -> c == '{' || c == '}' || c < ' ');
    }

    String with(Map<String, String> values) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(values.getOrDefault(word.group(1), "")));
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
