package io.tongban.province.dialect.file;

import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Writes a command's fields as a row, in the order of the profile's layout. */
final class RowWriter {
    /** Of ours. */
    private static final int SERIAL_LENGTH = 20;

    private final ProvinceProfile profile;
    private final WireText octets;
    private final RowText text;
    private final Amounts amounts;
    private final Frame frame;

    /** @throws IllegalStateException if a constant of a layout would end its field */
    RowWriter(ProvinceProfile profile) {
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.FEN);
        this.octets = new WireText(profile.charset());
        this.text = RowText.of(profile);
        this.frame = Frame.of(profile);
        constants()
                .filter(constant -> !constant.isEmpty() && !text.isOneField(constant))
                .findFirst()
                .ifPresent(constant -> {
                    throw new IllegalStateException(profile.file() + ": the constant \"" + constant
                            + "\" would end its field or its row; take options.delimiter out of it");
                });
    }

    /** Of both directions: one that is written as two fields is read as two as well. */
    private Stream<String> constants() {
        List<Slot> slots = new ArrayList<>(profile.heads().request());
        slots.addAll(profile.heads().reply());
        for (TransactionKind kind : Names.kinds(profile)) {
            slots.addAll(profile.transaction(kind).request());
            slots.addAll(profile.transaction(kind).reply());
        }
        return Stream.concat(
                Stream.of(profile.formats().written("0".repeat(SERIAL_LENGTH))),
                slots.stream().map(Slot::constant));
    }

    /** @throws NotCarried if a value is missing, too long, or would not arrive whole */
    String row(TransactionKind kind, Map<Field, String> fields) {
        List<String> values = new ArrayList<>();
        for (Slot slot : layout(kind)) {
            Field field = slot.field();
            String value = slot.value(fields);
            if (slot.leftOut(fields)) {
                values.add("");
                continue;
            }
            if (!slot.filler() && !carries(slot, value)) {
                throw new NotCarried(field);
            }
            if (field == Field.AMOUNT && !frame.holds(1, Long.parseLong(value))) {
                // No file could ever say its sum.
                throw new NotCarried(field);
            }
            values.add(field.money() ? amounts.written(slot, value) : value);
        }
        return text.join(layout(kind), values);
    }

    private boolean carries(Slot slot, String value) {
        // Twelve digits, so that a whole file's sum is far from the end of a long.
        return slot.field().money()
                ? value.matches("[0-9]{1,12}")
                : text.carries(value, slot) && profile.limits().holds(slot.field(), value, octets::octets);
    }

    /** Whether a name has room in every row that has one. */
    boolean carriesName(String name) {
        return Names.kinds(profile).stream()
                .flatMap(kind -> layout(kind).stream())
                .filter(slot -> slot.field() == Field.NAME)
                .allMatch(slot -> carries(slot, name));
    }

    /** What a row adds to its file's total, whole fen; absent if it was not written in today's layout. */
    OptionalLong fen(TransactionKind kind, String row) {
        List<Slot> layout = layout(kind);
        List<String> values = values(layout, row);
        if (values.size() != layout.size()) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < values.size(); i++) {
            boolean leftOut = layout.get(i).optional() && values.get(i).isEmpty();
            if (layout.get(i).field() == Field.AMOUNT && !leftOut) {
                return profile.formats()
                        .money(Field.AMOUNT, MoneyFormat.FEN)
                        .wholeFen(values.get(i))
                        .map(whole -> OptionalLong.of(Long.parseLong(whole)))
                        .orElse(OptionalLong.empty());
            }
        }
        return OptionalLong.of(0);
    }

    private List<String> values(List<Slot> layout, String row) {
        try {
            return text.split(layout, text.octets(row));
        } catch (CharacterCodingException e) {
            return List.of();
        }
    }

    private List<Slot> layout(TransactionKind kind) {
        List<Slot> layout = new ArrayList<>(profile.heads().request());
        layout.addAll(profile.transaction(kind).request());
        return layout;
    }
}
