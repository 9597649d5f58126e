package io.tongban.province.delivery;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceDetail.Cover;
import io.tongban.province.ProvinceDetail.CoverState;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Formats;
import io.tongban.province.profile.ProvinceProfile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes details of an answer's fields, and refuses as unreadable what no province would mean. */
final class DetailReader {
    private final ProvinceProfile profile;
    private final DayReader days;

    DetailReader(ProvinceProfile profile) {
        this.profile = profile;
        this.days = new DayReader(profile);
    }

    /** @throws CallFailed if a field is missing, or is not what it should be */
    ProvinceDetail read(TransactionKind about, Answer answer) {
        return switch (about) {
            case REGISTER -> new ProvinceDetail.Registered(number(answer, Field.PERSON_NUMBER));
            case WITHHOLD ->
                new ProvinceDetail.Withheld(
                        number(answer, Field.RECEIPT_NUMBER),
                        at(Field.AMOUNT, () -> Long.parseLong(answer.get(Field.AMOUNT))),
                        booked(answer));
            case ENROL, CHANGE_BASE, PAUSE, RESUME, END, CORRECT ->
                new ProvinceDetail.Changed(number(answer, Field.RECEIPT_NUMBER));
            case QUERY_STATUS ->
                new ProvinceDetail.Covers(
                        answer.rows().stream().map(this::cover).toList());
            case DAY_TOTALS -> days.totals(answer);
            case DAY_ITEMS -> days.items(answer);
            case SIGN_IN, INQUIRE, REVERSE -> throw new CallFailed(UnknownCause.UNREADABLE);
        };
    }

    private static <T> T at(Field field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeException | NumberFormatException e) {
            throw CallFailed.unreadableAt(field);
        }
    }

    /** The province's own numbers are visible ASCII in every charset, whatever happens to its text. */
    private static String number(Answer answer, Field field) {
        String number = answer.get(field);
        if (!number.matches("[!-~]{1,40}")) {
            throw CallFailed.unreadableAt(field);
        }
        return number;
    }

    private Instant booked(Answer answer) {
        Formats formats = profile.formats();
        formats.timeOf(Field.BOOKED_AT).ifPresent(time -> at(time, () -> formats.time(time, answer.fields())));
        return at(Field.BOOKED_AT, () -> formats.moment(Field.BOOKED_AT, answer.fields()))
                .atZone(ProvinceProfile.ZONE)
                .toInstant();
    }

    private Cover cover(Map<Field, String> row) {
        String insurance = ours(Field.INSURANCE, row);
        String state = ours(Field.STATE, row).toUpperCase(Locale.ROOT);
        return new Cover(new InsuranceKind(insurance), CoverState.valueOf(state), month(row));
    }

    private @Nullable YearMonth month(Map<Field, String> row) {
        String month = row.getOrDefault(Field.PAID_THROUGH, "");
        return month.isBlank()
                ? null
                : at(Field.PAID_THROUGH, () -> profile.formats().month(Field.PAID_THROUGH, month));
    }

    private String ours(Field field, Map<Field, String> row) {
        return profile.codes(field)
                .toOurs(Answer.get(row, field))
                .orElseThrow(() -> new CallFailed(UnknownCause.CODE_UNKNOWN));
    }
}
