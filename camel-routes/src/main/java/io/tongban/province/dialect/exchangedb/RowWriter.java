package io.tongban.province.dialect.exchangedb;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the values of a new row of a command's fields. */
final class RowWriter {
    private final ProvinceProfile profile;
    private final WireText wire;
    private final Amounts amounts;

    RowWriter(ProvinceProfile profile) {
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
        this.wire = new WireText(profile.charset());
    }

    /** @throws NotCarried if a value is missing, too long, or not for the system behind the table */
    ExchangeRequest write(ProvinceCommand command, Map<Field, String> fields) {
        if (command instanceof ProvinceCommand.Inquire) {
            return new ExchangeRequest(command, List.of());
        }
        List<Slot> slots = Statements.inserted(profile, TransactionKind.of(command));
        return new ExchangeRequest(
                command, slots.stream().map(slot -> value(slot, fields)).toList());
    }

    /**
     * Whether the text reaches the system behind the table whole. The table itself would take any character but NUL,
     * and what the province stores in its own charset afterwards, no one over there would ever compare.
     */
    boolean carries(Field field, String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= Statements.width(profile, field)
                && profile.limits().holds(field, text, wire::octets)
                && text.chars().noneMatch(Character::isISOControl)
                && wire.carries(text);
    }

    private Optional<String> value(Slot slot, Map<Field, String> fields) {
        Field field = slot.field();
        String value = slot.value(fields);
        if (slot.leftOut(fields)) {
            return Optional.empty();
        }
        if (slot.filler()) {
            return Optional.of(value);
        }
        if (!carries(field, value)) {
            throw new NotCarried(field);
        }
        return Optional.of(field.money() ? amounts.written(field, value) : value);
    }
}
