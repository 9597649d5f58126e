package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool.Line;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What stands in a file: a row for each line, and their total. */
final class FileBody {
    private final RowWriter writer;
    private final RowText text;

    FileBody(ProvinceProfile profile) {
        this.writer = new RowWriter(profile);
        this.text = new RowText(profile.charset(), profile.options().text(FileDialect.DELIMITER));
    }

    /**
     * Writes the rows.
     *
     * @param beforeEach done before each row
     * @return serials of lines that were written for another layout and stay behind
     */
    List<String> write(TransactionKind kind, List<Line> lines, OutputStream out, Runnable beforeEach)
            throws IOException {
        List<String> left = new ArrayList<>();
        long rows = 0;
        long sum = 0;
        for (Line line : lines) {
            beforeEach.run();
            OptionalLong fen = writer.fen(kind, line.text());
            if (fen.isEmpty()) {
                left.add(line.serial());
                continue;
            }
            rows++;
            sum += fen.getAsLong();
            out.write(text.octets(line.text() + "\n"));
        }
        out.write(text.octets(text.join(List.of("TOTAL", Long.toString(rows), Long.toString(sum))) + "\n"));
        return left;
    }
}
