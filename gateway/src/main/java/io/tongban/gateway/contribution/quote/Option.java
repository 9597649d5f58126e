package io.tongban.gateway.contribution.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one grade costs.
 *
 * @param grade null where there is none to choose
 * @param baseFen in the first month; null where there is none
 */
record Option(
        @Nullable String grade,
        @Nullable Long baseFen,
        List<Line> lines,
        long subsidyFen,
        @Nullable Long remainsFen) {
    Option {
        lines = List.copyOf(lines);
    }

    /** The same, with what remains of an income. */
    Option remaining(long fen) {
        return new Option(grade, baseFen, lines, subsidyFen, fen);
    }

    long personFen() {
        return lines.stream().filter(Line::byPerson).mapToLong(Line::amountFen).sum();
    }

    long employerFen() {
        return lines.stream()
                .filter(line -> !line.byPerson())
                .mapToLong(Line::amountFen)
                .sum();
    }

    long sumFen() {
        return personFen() + employerFen();
    }

    boolean isProvisional() {
        return lines.stream().anyMatch(Line::isProvisional);
    }
}
