package io.tongban.province.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a province writes amounts, moments, days, months and serials; of what is not here, as {@link Field} and the dialect
 * say.
 *
 * @param serial with a star where ours stands
 */
public record Formats(Map<Field, MoneyFormat> money, Map<Field, DateTimeFormatter> times, String serial) {
    static final String OURS = "*";
    private static final DateTimeFormatter MOMENT = formatter("yyyyMMddHHmmss");
    private static final DateTimeFormatter DAY = formatter("yyyyMMdd");
    private static final DateTimeFormatter MONTH = formatter("yyyyMM");

    public Formats {
        money = Map.copyOf(money);
        times = Map.copyOf(times);
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

    /** A {@link LocalDateTime}, {@link LocalDate} or {@link YearMonth}, as the province writes it in this field. */
    public String written(Field field, TemporalAccessor time) {
        DateTimeFormatter usual = time instanceof YearMonth ? MONTH : time instanceof LocalDate ? DAY : MOMENT;
        return times.getOrDefault(field, usual).format(time);
    }

    /** Whether what stands in this field is digits, the first of them of a year, and so no zero. */
    boolean digitsAlone(Field field) {
        return !times.containsKey(field)
                || written(field, LocalDateTime.of(2026, 12, 31, 23, 59, 59)).matches("20[0-9]*");
    }

    /** @throws java.time.DateTimeException if this is no moment as the province writes it; a mere day begins at midnight */
    public LocalDateTime moment(Field field, String text) {
        return LocalDateTime.parse(text, times.getOrDefault(field, MOMENT));
    }

    /** @throws java.time.DateTimeException if this is no month as the province writes it */
    public YearMonth month(Field field, String text) {
        return YearMonth.parse(text, times.getOrDefault(field, MONTH));
    }

    /** One of our serials as the province has it. */
    public String written(String ours) {
        return serial.replace(OURS, ours);
    }

    /** Ours again; empty if the province's is none that we have given. */
    public Optional<String> ours(String theirs) {
        int star = serial.indexOf(OURS);
        String before = serial.substring(0, star);
        String after = serial.substring(star + 1);
        boolean made = theirs.length() > serial.length() && theirs.startsWith(before) && theirs.endsWith(after);
        return made ? Optional.of(theirs.substring(star, theirs.length() - after.length())) : Optional.empty();
    }
}
