package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.ProvinceSpool.Line;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What stands in a file: a row for each line, their total, and a header where the province has one. */
final class FileBody {
    private final RowWriter writer;
    private final RowText text;
    private final Frame frame;
    private final Names names;

    FileBody(ProvinceProfile profile) {
        this.writer = new RowWriter(profile);
        this.text = RowText.of(profile);
        this.frame = Frame.of(profile);
        this.names = new Names(profile);
    }

    /**
     * Serials of lines that stay out of a file, whenever it is written.
     *
     * @param strange written for another layout; they stay behind
     * @param tooMany from the first on of which the count or the sum would have more digits than its place
     */
    record NotIn(List<String> strange, Set<String> tooMany) {}

    /**
     * Writes the rows.
     *
     * @param beforeEach done before each row
     * @return serials of lines that are not in the file
     */
    NotIn write(Batch batch, List<Line> lines, OutputStream out, Runnable beforeEach) throws IOException {
        TransactionKind kind = Names.kind(batch);
        List<String> strange = new ArrayList<>();
        Set<String> tooMany = new HashSet<>();
        List<Line> rows = new ArrayList<>();
        long sum = 0;
        for (Line line : lines) {
            OptionalLong fen = writer.fen(kind, line.text());
            if (fen.isEmpty() || !frame.holds(1, fen.getAsLong())) {
                strange.add(line.serial());
            } else if (!tooMany.isEmpty() || !frame.holds(rows.size() + 1L, sum + fen.getAsLong())) {
                tooMany.add(line.serial());
            } else {
                rows.add(line);
                sum += fen.getAsLong();
            }
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
        return new NotIn(strange, tooMany);
    }
}
