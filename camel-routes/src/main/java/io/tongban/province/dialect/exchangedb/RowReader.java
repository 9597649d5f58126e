package io.tongban.province.dialect.exchangedb;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what the rows of one serial answer, taken together. */
final class RowReader {
    private final ProvinceProfile profile;
    private final Transaction transaction;
    private final Amounts amounts;
    private final ExchangeRequest request;

    RowReader(ProvinceProfile profile, ExchangeRequest request) {
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
        this.transaction = profile.transaction(request.kind());
        this.request = request;
    }

    /**
     * The answer's fields; empty if there is none yet. A row without an answer says nothing beside one that has one.
     *
     * @throws CallFailed if a row cannot be read, or two answers differ in more than their message
     */
    Optional<Map<Field, String>> answer(List<ExchangeRow> rows) {
        Optional<Map<Field, String>> answer = Optional.empty();
        for (ExchangeRow row : rows) {
            Optional<Map<Field, String>> next = answer(row);
            if (next.isPresent() && answer.isPresent() && !agree(next.get(), answer.get())) {
                throw new CallFailed(UnknownCause.ROWS_DIFFER);
            }
            answer = answer.or(() -> next);
        }
        return answer;
    }

    private Optional<Map<Field, String>> answer(ExchangeRow row) {
        if (!transaction.code().equals(row.value(Field.TRANSACTION))) {
            throw CallFailed.unreadableAt(Field.TRANSACTION);
        }
        return switch (row.flag()) {
            case "0", "1" -> Optional.empty();
            case "2", "9" -> answered(row);
            default -> throw new CallFailed(UnknownCause.UNREADABLE);
        };
    }

    /** The flag may be set before the data, and then there is no answer yet. */
    private Optional<Map<Field, String>> answered(ExchangeRow row) {
        if (lacksOne(profile.heads().reply(), row)) {
            return Optional.empty();
        }
        String code = row.value(Field.RETURN_CODE);
        boolean ok = profile.meansOk(code);
        requireNoContradiction(row, ok, profile.meaning(code));
        if (ok && lacksOne(transaction.reply(), row)) {
            return Optional.empty();
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        pick(profile.heads().reply(), row, fields);
        if (ok) {
            pick(transaction.reply(), row, fields);
        }
        // An inquiry is a mere look: the row has the serial that is asked about, and none of the inquiry's own.
        fields.put(Field.SERIAL, profile.formats().written(request.command().serial()));
        return Optional.of(fields);
    }

    private void requireNoContradiction(ExchangeRow row, boolean ok, Optional<Meaning> meaning) {
        boolean refusal = meaning.isPresent() && meaning.get() instanceof Meaning.Refusal;
        boolean contradiction = row.flag().equals("2") ? refusal : ok;
        if (contradiction
                || !profile.formats().written(request.about().serial()).equals(row.value(Field.SERIAL))) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private static boolean lacksOne(List<Slot> slots, ExchangeRow row) {
        return slots.stream()
                .anyMatch(slot -> slot.field() != Field.MESSAGE
                        && !slot.optional()
                        && row.text(slot).isEmpty());
    }

    private void pick(List<Slot> slots, ExchangeRow row, Map<Field, String> into) {
        for (Slot slot : slots) {
            String value = row.text(slot);
            if (slot.filler()) {
                Fillers.require(slot, value);
                continue;
            }
            boolean amount = slot.field().money() && !value.isEmpty();
            into.put(slot.field(), amount ? amounts.wholeFen(slot.field(), value) : value);
        }
    }

    private static boolean agree(Map<Field, String> one, Map<Field, String> other) {
        Map<Field, String> same = new EnumMap<>(one);
        same.put(Field.MESSAGE, other.getOrDefault(Field.MESSAGE, ""));
        Map<Field, String> wanted = new EnumMap<>(other);
        wanted.putIfAbsent(Field.MESSAGE, "");
        return same.equals(wanted);
    }
}
