package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.ProvinceSpool.Line;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What stands in a file: a row for each line, their total, and a header where the province has one. */
final class FileBody {
    private final RowWriter writer;
    private final RowText text;
    private final Frame frame;
    private final Names names;

    FileBody(ProvinceProfile profile) {
        this.writer = new RowWriter(profile);
        this.text = new RowText(profile.charset(), profile.options().text(FileOptions.DELIMITER));
        this.frame = Frame.of(profile);
        this.names = new Names(profile);
    }

    /**
     * Writes the rows.
     *
     * @param beforeEach done before each row
     * @return serials of lines that were written for another layout and stay behind
     */
    List<String> write(Batch batch, List<Line> lines, OutputStream out, Runnable beforeEach) throws IOException {
        TransactionKind kind = Names.kind(batch);
        List<String> left = new ArrayList<>();
        List<Line> rows = new ArrayList<>();
        long sum = 0;
        for (Line line : lines) {
            OptionalLong fen = writer.fen(kind, line.text());
            if (fen.isEmpty()) {
                left.add(line.serial());
                continue;
            }
            rows.add(line);
            sum += fen.getAsLong();
        }
        Map<String, String> words = new HashMap<>(names.words(batch));
        words.put(RowPattern.ROWS, Integer.toString(rows.size()));
        words.put(RowPattern.FEN, Long.toString(sum));
        for (String row : frame.before(words)) {
            out.write(text.octets(row + "\n"));
        }
        for (Line line : rows) {
            beforeEach.run();
            out.write(text.octets(line.text() + "\n"));
        }
        for (String row : frame.after(words)) {
            out.write(text.octets(row + "\n"));
        }
        return left;
    }
}
