package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.ProvinceSpool.Line;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Specimen;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files as a transfer writes and reads them, without a server. */
final class FileRehearsal implements Rehearsal {
    private final ProvinceProfile profile;
    private final Clock clock;
    private final CommandFields commands;
    private final RowWriter rows;
    private final RowText text;
    private final FileBody body;
    private final Names names;

    FileRehearsal(ProvinceProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
        this.commands = new CommandFields(profile, clock);
        this.rows = new RowWriter(profile);
        this.text = new RowText(profile.charset(), profile.options().text(FileOptions.DELIMITER));
        this.body = new FileBody(profile);
        this.names = new Names(profile);
    }

    @Override
    public Specimen request(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Inquire) {
            return new Specimen("nothing is sent: the line is looked for in its file", profile.charset(), List.of());
        }
        TransactionKind kind = TransactionKind.of(command);
        Line line = new Line(profile.code(), command.serial(), kind.word(), rows.row(kind, commands.of(command)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ProvinceProfile.ZONE);
        Batch batch = new Batch(profile.code(), kind.word(), Names.day(today), 1, null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            body.write(batch, List.of(line), file, () -> {});
            return new Specimen(names.data(batch), profile.charset(), pieces(kind, line, file.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one row by its fields; what stands around it as it is. */
    private List<Piece> pieces(TransactionKind kind, Line line, byte[] file) throws IOException {
        List<Slot> layout = new ArrayList<>(profile.heads().request());
        layout.addAll(profile.transaction(kind).request());
        List<String> values = text.split(line.text());
        List<Piece> pieces = new ArrayList<>();
        int start = indexOf(file, text.octets(line.text()));
        if (start > 0) {
            pieces.add(new Piece("before the rows", Arrays.copyOf(file, start)));
        }
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                pieces.add(new Piece("delimiter", text.octets(text.join(List.of("", "")))));
            }
            pieces.add(new Piece(layout.get(i).field().word(), text.octets(values.get(i))));
        }
        int end = pieces.stream().mapToInt(piece -> piece.octets().length).sum();
        pieces.add(new Piece("after the rows", Arrays.copyOfRange(file, end, file.length)));
        return pieces;
    }

    /** Where the row begins, which is somewhere. */
    private static int indexOf(byte[] file, byte[] row) {
        int at = 0;
        while (!Arrays.equals(file, at, at + row.length, row, 0, row.length)) {
            at++;
        }
        return at;
    }

    /** A whole reply file. */
    @Override
    public List<Answer> answers(byte[] octets, ProvinceCommand command) {
        ReplyRow reader = new ReplyRow(profile, TransactionKind.of(command));
        TotalledFile file = new FarFiles(profile).open(() -> new ByteArrayInputStream(octets), () -> {});
        List<Answer> answers = new ArrayList<>();
        try {
            if (file.check(reader::fen)) {
                file.rows(row -> answers.add(reader.answer(row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }
}
