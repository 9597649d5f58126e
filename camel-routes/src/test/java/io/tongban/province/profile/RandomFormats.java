package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * How a province writes a withholding: some amounts, months, days, moments and codes, and what they mean.
 *
 * @param amount as YAML
 * @param bookedTime pattern of the time of the day where that is apart; else empty
 * @param insurance the province's code for the pension
 * @param sex its code for men, by the map or as what all others are
 */
public record RandomFormats(
        String amount,
        String period,
        String birthDate,
        String bookedAt,
        String bookedTime,
        String insurance,
        String sex,
        boolean mapped) {
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final LocalDate BIRTH = LocalDate.of(1949, 12, 31);
    private static final LocalDateTime BOOKED = LocalDateTime.of(2026, 11, 23, 17, 52, 1);
    private static final String PENSION = "AAE140:110";

    static Arbitrary<RandomFormats> any() {
        Arbitrary<String> amount = Arbitraries.of(
                "{\"unit\": \"fen\"}",
                "{\"unit\": \"yuan\"}",
                "{\"unit\": \"yuan\", \"decimals\": 4, \"digits\": 16}",
                "{\"unit\": \"fen\", \"digits\": 14, \"signed\": \"yes\"}");
        Arbitrary<String> period = Arbitraries.of("yyyyMM", "yyyy-MM", "MM/yyyy", "yyyy年MM月");
        Arbitrary<String> birthDate = Arbitraries.of("yyyyMMdd", "yyyy-MM-dd", "dd.MM.yyyy", "yyyy年MM月dd日");
        Arbitrary<List<String>> booked = Arbitraries.of(
                List.of("yyyyMMddHHmmss", ""),
                List.of("yyyy-MM-ddTHH:mm:ss", ""),
                List.of("ss.mm.HH-dd.MM.yyyy", ""),
                List.of("yyyy年MM月ddHHmmss", ""),
                List.of("yyyyMMdd", "HHmmss"),
                List.of("yyyy-MM-dd", "HH:mm:ss"),
                List.of("dd/MM/yyyy", "ssmmHH"));
        Arbitrary<String> insurance = Arbitraries.of("110", "YL", "0", "A-1");
        Arbitrary<String> sex = Arbitraries.of("1", "M", "01");
        return Combinators.combine(amount, period, birthDate, booked, insurance, sex, Arbitraries.of(true, false))
                .as((money, month, day, moment, kind, men, mapped) ->
                        new RandomFormats(money, month, day, moment.get(0), moment.get(1), kind, men, mapped));
    }

    /** Whether an amount is a mere number. */
    public boolean plainAmount() {
        return !amount.contains("digits");
    }

    /** Whether a month is a mere number. */
    public boolean plainPeriod() {
        return period.equals("yyyyMM");
    }

    /** The fields of a booking's moment, and what stands in them. */
    Map<String, String> moment() {
        return bookedTime.isEmpty()
                ? Map.of("booked-at", written(bookedAt, BOOKED))
                : new TreeMap<>(
                        Map.of("booked-at", written(bookedAt, BOOKED), "booked-time", written(bookedTime, BOOKED)));
    }

    /** What stands in the fields that have a format or a code. */
    Map<Field, String> values() {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.PERIOD, written(period, MONTH));
        values.put(Field.BIRTH_DATE, written(birthDate, BIRTH));
        values.put(Field.INSURANCE, insurance);
        values.put(Field.SEX, sex);
        return values;
    }

    private static String written(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern.replace("T", "'T'")).format(time);
    }

    void putInto(ObjectNode profile) {
        ObjectNode formats = profile.putObject("formats");
        formats.set("amount", ProfileSchema.profile(amount));
        formats.set("base", ProfileSchema.profile(amount));
        formats.putObject("period").put("pattern", period);
        formats.putObject("birth-date").put("pattern", birthDate);
        formats.putObject("booked-at").put("pattern", bookedAt);
        if (!bookedTime.isEmpty()) {
            formats.putObject("booked-time").put("pattern", bookedTime);
        }
        ObjectNode codes = profile.withObject("/codes");
        codes.withObject("/insurance/map").put(PENSION, insurance);
        ObjectNode sexes = codes.putObject("sex").put("system", "test");
        sexes.putObject("map").put("female", "F");
        if (mapped) {
            sexes.withObject("/map").put("male", sex);
        } else {
            sexes.put("default", sex);
        }
    }

    /** What the profile makes of the texts that were read is what was meant by those that were written. */
    void assertMeant(ProvinceProfile profile, Map<Field, String> read) {
        assertThat(profile.formats().moment(Field.BOOKED_AT, read)).isEqualTo(BOOKED);
        meant(read, Field.PERIOD)
                .ifPresent(text ->
                        assertThat(profile.formats().month(Field.PERIOD, text)).isEqualTo(MONTH));
        meant(read, Field.INSURANCE)
                .ifPresent(code ->
                        assertThat(profile.codes(Field.INSURANCE).toOurs(code)).contains(PENSION));
        meant(read, Field.SEX)
                .ifPresent(code ->
                        assertThat(profile.codes(Field.SEX).toTheirs("male")).contains(code));
        assertThat(profile.formats().written(Field.BIRTH_DATE, BIRTH)).isEqualTo(written(birthDate, BIRTH));
    }

    private static Optional<String> meant(Map<Field, String> read, Field field) {
        return Optional.ofNullable(read.get(field)).filter(text -> !text.isEmpty());
    }
}
