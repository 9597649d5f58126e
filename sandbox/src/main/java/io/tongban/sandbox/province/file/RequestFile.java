package io.tongban.sandbox.province.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes a request apart, and believes nothing of it before its total is right. */
final class RequestFile {
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final TextFormat format;

    RequestFile(TextFormat format) {
        this.format = format;
    }

    /** Its rows, each with as many fields as the kind has. */
    List<List<String>> rows(Path file, FileKind kind) throws IOException, RefusedFileException {
        if (Files.size(file) > MOST_BYTES) {
            throw RefusedFileException.unreadable();
        }
        List<List<String>> lines = format.lines(Files.readAllBytes(file));
        if (lines.isEmpty()) {
            throw RefusedFileException.unreadable();
        }
        List<List<String>> rows = lines.subList(0, lines.size() - 1);
        List<String> total = lines.get(lines.size() - 1);
        long sum = 0;
        for (List<String> row : rows) {
            if (row.size() != kind.fields() || !row.get(0).matches("[0-9A-Z]{20}")) {
                throw RefusedFileException.unreadable();
            }
            sum += kind.amountAt() < 0 ? 0 : fen(row.get(kind.amountAt()));
        }
        if (!total.equals(List.of("TOTAL", Integer.toString(rows.size()), Long.toString(sum)))) {
            throw RefusedFileException.wrongTotal();
        }
        return rows;
    }

    /** Whole fen. */
    static long fen(String digits) throws RefusedFileException {
        if (!digits.matches("[0-9]{1,12}")) {
            throw RefusedFileException.unreadable();
        }
        return Long.parseLong(digits);
    }
}
