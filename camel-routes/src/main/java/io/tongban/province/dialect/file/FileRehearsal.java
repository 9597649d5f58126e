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
import java.io.OutputStream;
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
        this.text = RowText.of(profile);
        this.body = new FileBody(profile);
        this.names = new Names(profile);
    }

    @Override
    public Specimen request(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Inquire) {
            return new Specimen("nothing is sent: the line is looked for in its file", profile.charset(), List.of());
        }
        if (command instanceof ProvinceCommand.DayQuery query) {
            return lookedFor(TransactionKind.of(query), query.day());
        }
        TransactionKind kind = TransactionKind.of(command);
        Line line = new Line(profile.code(), command.serial(), kind.word(), rows.row(kind, commands.of(command)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ProvinceProfile.ZONE);
        Batch batch = new Batch(profile.code(), kind.word(), Names.day(today), 1, null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            body.write(batch, List.of(line), file, () -> {});
            byte[] octets = file.toByteArray();
            return new Specimen(
                    names.data(batch), profile.charset(), pieces(kind, line, octets), wrapped(batch, octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it lies on the server; empty where that is as it was written. */
    private byte[] wrapped(Batch batch, byte[] file) throws IOException {
        Wrapping wrapping = Wrapping.of(profile);
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        if (!wrapping.endingOfRequests().isEmpty()) {
            try (OutputStream out = wrapping.wrap(wrapped, names.name(batch), clock.instant())) {
                out.write(file);
            }
        }
        return wrapped.toByteArray();
    }

    private Specimen lookedFor(TransactionKind kind, LocalDate day) {
        String name = DayNames.of(profile, kind, day);
        return new Specimen("nothing is sent: " + name + " is looked for", profile.charset(), List.of());
    }

    /** The one row by its fields; what stands around it as it is. */
    private List<Piece> pieces(TransactionKind kind, Line line, byte[] file) throws IOException {
        List<Slot> layout = new ArrayList<>(profile.heads().request());
        layout.addAll(profile.transaction(kind).request());
        List<Piece> pieces = new ArrayList<>();
        int start = indexOf(file, text.octets(line.text()));
        if (start > 0) {
            pieces.add(new Piece("before the rows", Arrays.copyOf(file, start)));
        }
        pieces.addAll(text.pieces(layout, line.text()));
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
        if (command instanceof ProvinceCommand.DayQuery query) {
            return List.of(ofDay(octets, query));
        }
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

    private Answer ofDay(byte[] octets, ProvinceCommand.DayQuery query) {
        try (Doors shut = new Doors()) {
            return new DayFiles(profile, shut).answer(() -> new ByteArrayInputStream(octets), query, () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
