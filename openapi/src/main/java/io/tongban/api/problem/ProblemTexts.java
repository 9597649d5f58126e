package io.tongban.api.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of a code beside its line in {@code problems.tsv}. */
final class ProblemTexts {

    private static final Map<String, String> ADVICE_ZH =
            lines("advice-zh.tsv").collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
    private static final Map<String, Money> MONEY = lines("money.tsv")
            .flatMap(cells -> Arrays.stream(cells[0].split(",")).map(code -> Map.entry(code, cells)))
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> new Money(entry.getValue()[1], entry.getValue()[2])));

    private ProblemTexts() {}

    /** What becomes of what was deducted from a worker's pay, in both languages. */
    record Money(String english, String chinese) {}

    static String adviceZh(String code) {
        return requireNonNull(ADVICE_ZH.get(code), () -> "advice-zh.tsv has no line for " + code);
    }

    static Optional<Money> money(String code) {
        return Optional.ofNullable(MONEY.get(code));
    }

    static Set<String> codesWithMoney() {
        return MONEY.keySet();
    }

    static Set<String> codesWithAdvice() {
        return ADVICE_ZH.keySet();
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream in = requireNonNull(ProblemTexts.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
