package io.tongban.province.delivery;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.DayItem;
import io.tongban.province.ProvinceDetail.DayItems;
import io.tongban.province.ProvinceDetail.DayTotal;
import io.tongban.province.ProvinceDetail.DayTotals;
import io.tongban.province.ProvinceDetail.EntryKind;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a day's sums and items of an answer's rows. */
final class DayReader {
    private final ProvinceProfile profile;

    DayReader(ProvinceProfile profile) {
        this.profile = profile;
    }

    /** @throws CallFailed as unreadable if an answer says that it is about another day than was asked for */
    static void requireDay(ProvinceCommand command, Answer answer, ProvinceProfile profile) {
        if (command instanceof ProvinceCommand.DayQuery query) {
            String written = profile.formats().written(Field.DAY, query.day());
            Stream.concat(Stream.of(answer.fields()), answer.rows().stream())
                    .filter(said -> said.containsKey(Field.DAY))
                    .forEach(said -> require(written.equals(said.get(Field.DAY)), Field.DAY));
        }
    }

    /** @throws CallFailed if a row cannot be read, or two are of the same kind and insurance */
    DayTotals totals(Answer answer) {
        Set<List<Object>> seen = new HashSet<>();
        return new DayTotals(answer.rows().stream()
                .map(this::total)
                .peek(total -> require(seen.add(List.of(total.kind(), total.insurance())), Field.INSURANCE))
                .toList());
    }

    /** @throws CallFailed if a row cannot be read */
    DayItems items(Answer answer) {
        List<DayItem> items = answer.rows().stream().map(this::item).toList();
        boolean pages = answer.fields().containsKey(Field.PAGE)
                || profile.transaction(TransactionKind.DAY_ITEMS).request().stream()
                        .anyMatch(slot -> slot.field() == Field.PAGE);
        return new DayItems(items, pages && !items.isEmpty());
    }

    private DayTotal total(Map<Field, String> row) {
        String insurance = profile.codes(Field.INSURANCE)
                .toOurs(Answer.get(row, Field.INSURANCE))
                .orElseThrow(() -> new CallFailed(UnknownCause.CODE_UNKNOWN));
        return new DayTotal(
                kind(row), new InsuranceKind(insurance), number(row, Field.COUNT), number(row, Field.AMOUNT));
    }

    private DayItem item(Map<Field, String> row) {
        String serial = Answer.get(row, Field.ASKED_SERIAL);
        require(serial.matches("[!-~]{1,40}"), Field.ASKED_SERIAL);
        return new DayItem(kind(row), profile.formats().ours(serial).orElse(serial), number(row, Field.AMOUNT));
    }

    private EntryKind kind(Map<Field, String> row) {
        if (!row.containsKey(Field.COMMAND)) {
            return EntryKind.WITHHOLD;
        }
        String word = profile.codes(Field.COMMAND)
                .toOurs(Answer.get(row, Field.COMMAND))
                .orElseThrow(() -> new CallFailed(UnknownCause.CODE_UNKNOWN));
        return EntryKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static long number(Map<Field, String> row, Field field) {
        String digits = Answer.get(row, field);
        require(digits.matches("[0-9]{1,15}"), field);
        return Long.parseLong(digits);
    }

    private static void require(boolean right, Field field) {
        if (!right) {
            throw CallFailed.unreadableAt(field);
        }
    }
}
