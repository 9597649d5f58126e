package io.tongban.sandbox.province;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Time and months as the provinces write them. For dialects. */
public final class ProvinceTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private ProvinceTime() {}

    /** {@code 20261123175200} */
    public static String second(Instant instant) {
        return SECOND.format(LocalDateTime.ofInstant(instant, ZONE));
    }

    /** {@code 20261123} */
    public static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /**
     * Reads {@code 20261123}.
     *
     * @throws java.time.DateTimeException if it is no day
     */
    public static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** {@code 202610} */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /**
     * Reads {@code 202610}.
     *
     * @throws java.time.DateTimeException if it is no month
     */
    public static YearMonth month(String text) {
        return YearMonth.parse(text, MONTH);
    }

    /** The day in the provinces' time. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
