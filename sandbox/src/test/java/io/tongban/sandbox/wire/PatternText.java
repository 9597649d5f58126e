package io.tongban.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Texts of a regular expression as the contract writes them: classes, groups with alternatives, counts, and looks ahead
 * and behind, which are passed over here and kept by asking the whole expression in the end.
 */
final class PatternText {
    private static final int TRIES = 200;

    private final String expression;
    private final Random random;
    private final Length length;
    private int at;

    /** Which count to take where the expression leaves a choice. */
    enum Length {
        SHORTEST,
        LONGEST,
        ANY
    }

    private PatternText(String expression, Length length, Random random) {
        this.expression = expression;
        this.length = length;
        this.random = random;
    }

    static String of(String expression, Length length, Random random) {
        Pattern whole = Pattern.compile(expression);
        for (int i = 0; i < TRIES; i++) {
            String text = new PatternText(expression, length, random).alternatives();
            if (whole.matcher(text).matches()) {
                return text;
            }
        }
        throw new IllegalStateException("no text found of " + expression);
    }

    private String alternatives() {
        List<String> found = new ArrayList<>(List.of(sequence()));
        while (at < expression.length() && expression.charAt(at) == '|') {
            at++;
            found.add(sequence());
        }
        return found.get(random.nextInt(found.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
            int begin = at;
            String once = atom();
            int end = at;
            int times = times();
            int after = at;
            for (int i = 0; i < times; i++) {
                at = begin;
                text.append(i == 0 ? once : atom());
            }
            at = Math.max(end, after);
        }
        return text.toString();
    }

    private String atom() {
        char c = expression.charAt(at++);
        switch (c) {
            case '^', '$' -> {
                return "";
            }
            case '.' -> {
                return "x";
            }
            case '\\' -> {
                return String.valueOf(expression.charAt(at++));
            }
            case '[' -> {
                return characterOf(classText());
            }
            case '(' -> {
                if (expression.charAt(at) == '?') {
                    skipGroup();
                    return "";
                }
                String text = alternatives();
                at++;
                return text;
            }
            default -> {
                return String.valueOf(c);
            }
        }
    }

    private void skipGroup() {
        boolean inClass = false;
        for (int depth = 1; depth > 0; at++) {
            char c = expression.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (!inClass) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
    }

    private String classText() {
        int begin = at - 1;
        while (expression.charAt(at) != ']') {
            at += expression.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return expression.substring(begin, at);
    }

    /** One of ASCII's, or of a few beyond, that the class has. */
    private String characterOf(String characters) {
        Pattern one = Pattern.compile(characters);
        List<String> candidates = new ArrayList<>(List.of("中", "é", "𠮷"));
        for (char c = ' '; c <= '~'; c++) {
            candidates.add(String.valueOf(c));
        }
        candidates.removeIf(each -> !one.matcher(each).matches());
        return candidates.get(random.nextInt(candidates.size()));
    }

    private int times() {
        if (at == expression.length()) {
            return 1;
        }
        char c = expression.charAt(at);
        if (c == '?') {
            at++;
            return chosen(0, 1);
        }
        if (c == '*' || c == '+') {
            at++;
            return chosen(c == '*' ? 0 : 1, 3);
        }
        if (c != '{') {
            return 1;
        }
        int end = expression.indexOf('}', at);
        String[] bounds = expression.substring(at + 1, end).split(",");
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        return bounds.length == 1 ? least : chosen(least, Integer.parseInt(bounds[1]));
    }

    private int chosen(int least, int most) {
        return switch (length) {
            case SHORTEST -> least;
            case LONGEST -> most;
            case ANY -> least + random.nextInt(most - least + 1);
        };
    }
}
