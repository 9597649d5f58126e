package io.tongban.province.dialect.file;

import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a row of a reply by the profile's layout. */
final class ReplyRow {
    private final ProvinceProfile profile;
    private final Amounts amounts;
    private final RowText text;
    private final List<Slot> layout;
    private final List<Slot> head;
    private final List<Slot> body;

    ReplyRow(ProvinceProfile profile, TransactionKind kind) {
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.FEN);
        this.text = RowText.of(profile);
        this.head = profile.heads().reply();
        this.body = profile.transaction(kind).reply();
        this.layout = Stream.concat(head.stream(), body.stream()).toList();
    }

    /** @throws CallFailed as unreadable if this is not a row of the layout */
    Answer answer(byte[] row) {
        List<String> values = text.split(layout, row);
        if (values.size() != layout.size()) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        place(head, values.subList(0, head.size()), fields);
        if (!fields.getOrDefault(Field.SERIAL, "").matches("[!-~]{1,40}")) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        if (profile.meansOk(Answer.get(fields, Field.RETURN_CODE))) {
            place(body, values.subList(head.size(), values.size()), fields);
        }
        return new Answer(fields, List.of());
    }

    /** What a row adds to its file's total: what it says is booked. */
    long fen(byte[] row) {
        Answer answer = answer(row);
        boolean booked = profile.meansOk(answer.get(Field.RETURN_CODE))
                && body.stream().anyMatch(slot -> slot.field() == Field.AMOUNT);
        if (!booked) {
            return 0;
        }
        String amount = answer.get(Field.AMOUNT);
        if (!amount.matches("[0-9]{1,12}")) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return Long.parseLong(amount);
    }

    private void place(List<Slot> slots, List<String> values, Map<Field, String> fields) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.filler()) {
                Fillers.require(slot, values.get(i));
            } else {
                fields.put(
                        slot.field(),
                        slot.field().money() && !values.get(i).isEmpty()
                                ? amounts.wholeFen(slot.field(), values.get(i))
                                : values.get(i));
            }
        }
    }
}
