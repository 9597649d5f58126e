package io.tongban.province.dialect.file;

import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of a day's file by the profile's layout, and keeps those of one page. */
final class DayRows {
    private final List<Slot> layout;
    private final RowText text;
    private final Amounts amounts;
    private final List<Map<Field, String>> taken = new ArrayList<>();
    private long passed;

    DayRows(ProvinceProfile profile, TransactionKind kind) {
        this.layout = profile.transaction(kind).row();
        this.text = RowText.of(profile);
        this.amounts = new Amounts(profile, MoneyFormat.FEN);
    }

    /**
     * What a row adds to its file's total.
     *
     * @param first how many rows before are passed over
     */
    long take(byte[] octets, long first, int most) {
        Map<Field, String> row = read(octets);
        String amount = row.getOrDefault(Field.AMOUNT, "");
        if (!amount.matches("[0-9]{1,12}")) {
            throw CallFailed.unreadableAt(Field.AMOUNT);
        }
        if (passed >= first && passed - first < most) {
            taken.add(row);
        }
        passed++;
        return Long.parseLong(amount);
    }

    /** How many rows there were. */
    long passed() {
        return passed;
    }

    List<Map<Field, String>> taken() {
        return taken;
    }

    private Map<Field, String> read(byte[] row) {
        List<String> values = text.split(layout, row);
        if (values.size() != layout.size()) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int i = 0; i < layout.size(); i++) {
            Slot slot = layout.get(i);
            String value = values.get(i);
            if (slot.filler()) {
                Fillers.require(slot, value);
            } else {
                fields.put(slot.field(), slot.field().money() ? amounts.wholeFen(slot.field(), value) : value);
            }
        }
        return fields;
    }
}
