package io.tongban.api.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** One line of {@code problems.tsv}. */
record ProblemRow(
        String code, int status, ProblemSource source, boolean retryable, String title, String titleZh, String advice) {
    private static final Map<String, ProblemRow> ROWS = read();

    static ProblemRow of(String code) {
        return requireNonNull(ROWS.get(code), () -> "problems.tsv has no line for " + code);
    }

    static Map<String, ProblemRow> all() {
        return ROWS;
    }

    private static Map<String, ProblemRow> read() {
        try (InputStream in = requireNonNull(ProblemRow.class.getResourceAsStream("problems.tsv"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> parse(line.split("\t", -1)))
                    .collect(toUnmodifiableMap(ProblemRow::code, row -> row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemRow parse(String[] cells) {
        return new ProblemRow(
                cells[0],
                Integer.parseInt(cells[1]),
                ProblemSource.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                Boolean.parseBoolean(cells[3]),
                cells[4],
                cells[5],
                cells[6]);
    }
}
