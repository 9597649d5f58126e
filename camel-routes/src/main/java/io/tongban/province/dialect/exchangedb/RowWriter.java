package io.tongban.province.dialect.exchangedb;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.WireText;
import io.tongban.province.dialect.Yuan;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.List;
import java.util.Map;

/** Makes the values of a new row of a command's fields. */
final class RowWriter {
    private final ProvinceProfile profile;
    private final WireText wire;

    RowWriter(ProvinceProfile profile) {
        this.profile = profile;
        this.wire = new WireText(profile.charset());
    }

    /** @throws NotCarried if a value is missing, too long, or not for the system behind the table */
    ExchangeRequest write(ProvinceCommand command, Map<Field, String> fields) {
        if (command instanceof ProvinceCommand.Inquire) {
            return new ExchangeRequest(command, List.of());
        }
        List<Slot> slots = Statements.inserted(profile, TransactionKind.of(command));
        return new ExchangeRequest(
                command, slots.stream().map(slot -> value(slot.field(), fields)).toList());
    }

    /**
     * Whether the text reaches the system behind the table whole. The table itself would take any character but NUL,
     * and what the province stores in its own charset afterwards, no one over there would ever compare.
     */
    boolean carries(Field field, String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= Statements.width(profile, field)
                && text.chars().noneMatch(Character::isISOControl)
                && wire.carries(text);
    }

    private String value(Field field, Map<Field, String> fields) {
        String value = fields.getOrDefault(field, "");
        if (!carries(field, value)) {
            throw new NotCarried(field);
        }
        return field.money() ? Yuan.of(field, value) : value;
    }
}
