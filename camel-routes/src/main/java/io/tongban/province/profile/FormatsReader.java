package io.tongban.province.profile;

import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how a province writes its fields, and tries each pattern before a call does. */
final class FormatsReader {
    private static final String PATTERN = "([yMdHmsS年月日时分秒]|[-:/. T,]){1,30}";
    private static final LocalDateTime SOME_MOMENT = LocalDateTime.of(2026, 12, 31, 23, 58, 59);

    private static final int MOST_DIGITS = 40;

    private FormatsReader() {}

    static Formats formats(Optional<YamlEntry> given) {
        Map<Field, MoneyFormat> money = new EnumMap<>(Field.class);
        Map<Field, DateTimeFormatter> times = new EnumMap<>(Field.class);
        SerialFormat[] serial = {SerialFormat.USUAL};
        given.map(YamlEntry::entries).orElse(Map.of()).forEach((word, entry) -> {
            Field field = Values.oneOf(Field.class, entry, word);
            if (field.money()) {
                money.put(field, money(entry));
            } else if (field == Field.SERIAL) {
                serial[0] = serial(entry);
            } else if (field.time()) {
                times.put(field, time(field, entry.get("pattern")));
            } else {
                throw entry.wrong("has no format; remove it");
            }
        });
        return new Formats(money, times, serial[0], Set.of());
    }

    private static MoneyFormat money(YamlEntry entry) {
        YamlEntry unit = entry.get("unit");
        boolean fen = switch (unit.text()) {
            case "fen" -> true;
            case "yuan" -> false;
            default -> throw unit.wrong("is neither; write fen or yuan");
        };
        if (fen && entry.find("decimals").isPresent()) {
            throw entry.get("decimals").wrong("has no effect where the unit is fen; remove one of them");
        }
        int decimals = fen
                ? 0
                : entry.find("decimals")
                        .map(number -> Values.number(number, 0, 6))
                        .orElse(2);
        return new MoneyFormat(
                fen,
                decimals,
                entry.find("digits").map(number -> Values.number(number, 1, 18)).orElse(0),
                entry.find("signed").map(Values::yes).orElse(false));
    }

    private static SerialFormat serial(YamlEntry entry) {
        Optional<YamlEntry> pattern = entry.find("pattern");
        Optional<YamlEntry> digits = entry.find("digits");
        if (pattern.isEmpty() && digits.isEmpty()) {
            throw entry.wrong("says nothing; add \"pattern\" or \"digits\"");
        }
        pattern.filter(each -> !each.text().matches("[!-)+-~]{0,20}\\*[!-)+-~]{0,20}"))
                .ifPresent(wrong -> {
                    throw wrong.wrong(
                            "is not a pattern of serials; write *, where ours stands, with what is around it");
                });
        return new SerialFormat(
                pattern.map(YamlEntry::text).orElse(SerialFormat.OURS),
                digits.map(number -> Values.number(number, SerialFormat.LEAST_DIGITS, MOST_DIGITS))
                        .orElse(0));
    }

    private static DateTimeFormatter time(Field field, YamlEntry pattern) {
        try {
            if (pattern.text().matches(PATTERN)) {
                DateTimeFormatter formatter = Formats.formatter(pattern.text());
                if (comesBack(field, formatter)) {
                    return formatter;
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // told below
        }
        throw pattern.wrong("is not a pattern that says this field whole; write yyyy-MM-dd HH:mm:ss or part of it");
    }

    private static boolean comesBack(Field field, DateTimeFormatter formatter) {
        return switch (field) {
            case PERIOD, PAID_THROUGH -> {
                YearMonth month = YearMonth.from(SOME_MOMENT);
                yield YearMonth.parse(formatter.format(month), formatter).equals(month);
            }
            case SENT_TIME, BOOKED_TIME -> {
                LocalTime minute = SOME_MOMENT.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
                yield LocalTime.parse(formatter.format(SOME_MOMENT.toLocalTime()), formatter)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .equals(minute);
            }
            case BIRTH_DATE, DAY -> {
                LocalDate day = SOME_MOMENT.toLocalDate();
                yield LocalDate.parse(formatter.format(day), formatter).equals(day);
            }
            default ->
                LocalDateTime.parse(formatter.format(SOME_MOMENT), formatter)
                        .toLocalDate()
                        .equals(SOME_MOMENT.toLocalDate());
        };
    }
}
