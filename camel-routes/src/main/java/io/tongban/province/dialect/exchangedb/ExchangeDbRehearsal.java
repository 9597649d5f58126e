package io.tongban.province.dialect.exchangedb;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Specimen;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rows as the route writes and reads them, without a database. */
final class ExchangeDbRehearsal implements Rehearsal {
    private static final Pattern ROWS = Pattern.compile("\\R\\s*\\R");

    private final ProvinceProfile profile;
    private final CommandFields commands;
    private final RowWriter writer;

    ExchangeDbRehearsal(ProvinceProfile profile, Clock clock) {
        this.profile = profile;
        this.commands = new CommandFields(profile, clock);
        this.writer = new RowWriter(profile);
    }

    @Override
    public Specimen request(ProvinceCommand command) {
        ExchangeRequest request = writer.write(command, commands.of(command));
        Statements statements = new Statements(profile, request);
        if (request.isInquiry()) {
            return new Specimen(
                    statements.row(),
                    profile.charset(),
                    List.of(piece(
                            Field.ASKED_SERIAL,
                            profile.formats().written(request.about().serial()))));
        }
        List<Piece> pieces = new ArrayList<>();
        List<Slot> slots = Statements.inserted(profile, TransactionKind.of(command));
        for (int i = 0; i < slots.size(); i++) {
            pieces.add(piece(slots.get(i).field(), request.values().get(i).orElse("")));
        }
        return new Specimen(statements.insert(), profile.charset(), pieces);
    }

    /** The octets as the system behind the table stores them. */
    private Piece piece(Field field, String value) {
        try {
            return new Piece(field.word(), new WireText(profile.charset()).encode(value));
        } catch (CharacterCodingException e) {
            throw new NotCarried(field);
        }
    }

    /** Lines {@code column=value} in UTF-8, and an empty line between two rows. */
    @Override
    public List<Answer> answers(byte[] octets, ProvinceCommand command) {
        ExchangeRequest request = new ExchangeRequest(command, List.of());
        List<Slot> selected = new Statements(profile, request).selected();
        List<ExchangeRow> rows = new ArrayList<>();
        for (String row : ROWS.split(new String(octets, StandardCharsets.UTF_8).strip(), -1)) {
            rows.add(row(row, selected));
        }
        return new RowReader(profile, request)
                .answer(rows)
                .map(fields -> List.of(new Answer(fields, List.of())))
                .orElse(List.of());
    }

    private ExchangeRow row(String text, List<Slot> selected) {
        Map<String, String> columns = new HashMap<>();
        text.lines().map(line -> line.split("=", 2)).forEach(cells -> {
            if (cells.length == 2) {
                columns.put(cells[0].strip(), cells[1].strip());
            }
        });
        Map<Slot, String> values = new HashMap<>();
        selected.forEach(slot -> values.put(slot, columns.getOrDefault(slot.element(), "")));
        return new ExchangeRow(columns.getOrDefault(profile.options().text("flag"), ""), values);
    }
}
