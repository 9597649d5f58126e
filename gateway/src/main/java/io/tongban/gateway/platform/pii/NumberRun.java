package io.tongban.gateway.platform.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Letters and digits without a gap, in plain capitals.
 *
 * @param word all of it
 * @param digits the one block of digits in it, with an X at its very end; empty if there are several or none
 * @param gap characters between the run before and this one
 */
record NumberRun(String word, String digits, int gap) {
    private static final Pattern WORD = Pattern.compile("[0-9A-Z]+");
    private static final Pattern ONE_BLOCK = Pattern.compile("([A-Z]*)([0-9]+)([A-Z]*)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+X?");
    private static final Pattern HEX = Pattern.compile("[0-9A-F]{16,}");
    /** Of hashes, ULIDs, our serials. */
    private static final List<Integer> LENGTHS_OF_IDS = List.of(20, 24, 26, 32, 40, 64);
    /** Two characters, so that brackets and a blank separate, and a sentence does not join. */
    private static final int WIDEST_GAP = 2;

    static List<NumberRun> all(String plain) {
        List<NumberRun> runs = new ArrayList<>();
        Matcher words = WORD.matcher(plain);
        int end = 0;
        while (words.find()) {
            Matcher block = ONE_BLOCK.matcher(words.group());
            runs.add(new NumberRun(words.group(), block.matches() ? block.group(2) : "", words.start() - end));
            end = words.end();
        }
        return runs;
    }

    /** Whether its digits are not a part of an id that is drawn from letters and digits. */
    boolean standsAlone() {
        if (digits.length() == word.length()) {
            return true;
        }
        return !LENGTHS_OF_IDS.contains(word.length()) && !HEX.matcher(word).matches();
    }

    /** Each whole block of digits of that length, with an X at its end or not, wherever it stands. */
    Stream<String> blocks(int length) {
        return NUMBER.matcher(word).results().map(MatchResult::group).filter(block -> block.length() == length);
    }

    /** Neighbouring numbers put together, of at least and at most so many characters. */
    static Stream<String> joined(List<NumberRun> runs, int least, int most) {
        return IntStream.range(0, runs.size()).boxed().flatMap(from -> {
            List<String> found = new ArrayList<>();
            StringBuilder all = new StringBuilder();
            for (int i = from;
                    i < runs.size() && all.length() <= most && runs.get(i).continues(i == from);
                    i++) {
                all.append(runs.get(i).word);
                if (i > from && all.length() >= least && all.length() <= most) {
                    found.add(all.toString());
                }
            }
            return found.stream();
        });
    }

    private boolean continues(boolean first) {
        return NUMBER.matcher(word).matches() && (first || gap <= WIDEST_GAP);
    }

    /** Digits that stand one by one. */
    static Stream<String> singles(List<NumberRun> runs, int length) {
        return joinedOf(runs, 1, length, length);
    }

    /** Digits in groups of four, as on a card. */
    static Stream<String> fours(List<NumberRun> runs) {
        return joinedOf(runs, 4, 16, 19);
    }

    private static Stream<String> joinedOf(List<NumberRun> runs, int group, int least, int most) {
        return IntStream.range(0, runs.size()).boxed().flatMap(from -> {
            int to = from;
            while (to < runs.size()
                    && runs.get(to).word.length() == group
                    && runs.get(to).continues(to == from)) {
                to++;
            }
            // The last group may be shorter.
            int end = to > from
                            && to < runs.size()
                            && runs.get(to).word.length() < group
                            && runs.get(to).continues(false)
                    ? to + 1
                    : to;
            return joined(runs.subList(from, Math.min(end, from + most)), least, most);
        });
    }
}
