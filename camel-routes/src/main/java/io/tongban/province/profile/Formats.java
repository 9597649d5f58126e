package io.tongban.province.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a province writes amounts, moments, days, months and serials; of what is not here, as {@link Field} and the dialect
 * say.
 *
 * @param apart moments of which layouts have the time of the day in a field of its own
 */
public record Formats(
        Map<Field, MoneyFormat> money, Map<Field, DateTimeFormatter> times, SerialFormat serial, Set<Field> apart) {
    private static final DateTimeFormatter MOMENT = formatter("yyyyMMddHHmmss");
    private static final DateTimeFormatter DAY = formatter("yyyyMMdd");
    private static final DateTimeFormatter MONTH = formatter("yyyyMM");
    private static final DateTimeFormatter TIME = formatter("HHmmss");

    public Formats {
        money = Map.copyOf(money);
        times = Map.copyOf(times);
        apart = Set.copyOf(apart);
    }

    /** The same, where layouts have the times of these moments in fields of their own. */
    Formats apart(Set<Field> moments) {
        return new Formats(money, times, serial, moments);
    }

    /** @throws IllegalArgumentException if this is no pattern */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.replace('y', 'u').replace("T", "'T'"))
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @param usual in this dialect */
    public MoneyFormat money(Field field, MoneyFormat usual) {
        return money.getOrDefault(field, usual);
    }

    /**
     * A {@link LocalDateTime}, {@link LocalDate} or {@link YearMonth}, as the province writes it in this field; of a field
     * that is a part of a moment, that part.
     */
    public String written(Field field, TemporalAccessor time) {
        DateTimeFormatter usual = time instanceof YearMonth
                ? MONTH
                : field.momentOf().isPresent()
                        ? TIME
                        : time instanceof LocalDate || apart.contains(field) ? DAY : MOMENT;
        return times.getOrDefault(field, usual).format(time);
    }

    /** Whether what stands in this field is digits, the first of them of a year, and so no zero. */
    boolean digitsAlone(Field field) {
        return !times.containsKey(field)
                || written(field, LocalDateTime.of(2026, 12, 31, 23, 59, 59)).matches("20[0-9]*");
    }

    /**
     * The moment that an answer says, in one field or in two. A mere day begins at midnight.
     *
     * @throws java.time.DateTimeException if it is none as the province writes it, or one of two fields says nothing
     */
    public LocalDateTime moment(Field field, Map<Field, String> answer) {
        String text = answer.getOrDefault(field, "");
        Optional<Field> time = timeOf(field);
        return time.isPresent()
                ? LocalDate.parse(text, times.getOrDefault(field, DAY)).atTime(time(time.get(), answer))
                : LocalDateTime.parse(text, times.getOrDefault(field, MOMENT));
    }

    /** The field in which the time of this moment stands; empty if it is not apart. */
    public Optional<Field> timeOf(Field field) {
        return apart.contains(field)
                ? Stream.of(Field.values())
                        .filter(time -> time.momentOf().equals(Optional.of(field)))
                        .findFirst()
                : Optional.empty();
    }

    /** @throws java.time.DateTimeException if this is no time of a day as the province writes it */
    public LocalTime time(Field field, Map<Field, String> answer) {
        return LocalTime.parse(answer.getOrDefault(field, ""), times.getOrDefault(field, TIME));
    }

    /** @throws java.time.DateTimeException if this is no month as the province writes it */
    public YearMonth month(Field field, String text) {
        return YearMonth.parse(text, times.getOrDefault(field, MONTH));
    }

    /** One of our serials as the province has it. */
    public String written(String ours) {
        return serial.written(ours);
    }

    /** Ours again; empty if the province's is none that we have given. */
    public Optional<String> ours(String theirs) {
        return serial.ours(theirs);
    }
}
