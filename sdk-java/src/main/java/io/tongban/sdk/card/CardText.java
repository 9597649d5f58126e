package io.tongban.sdk.card;

import io.tongban.sdk.card.CardFault.CardUnreadable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines in which drivers tell what is on a card. What is not of its form is refused without being repeated. */
final class CardText {
    private static final int LONGEST = 4_096;
    private static final int FIELDS = 11;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private CardText() {}

    /** As {@link CardDriver#readCardBas} gives it. */
    static CardBasicData basicData(String line) {
        List<String> fields = fields(line);
        if (fields.size() != FIELDS) {
            throw unreadable("basic data has " + FIELDS + " values");
        }
        try {
            return new CardBasicData(
                    fields.get(0),
                    fields.get(1).toUpperCase(Locale.ROOT),
                    fields.get(2),
                    fields.get(3).toUpperCase(Locale.ROOT),
                    fields.get(4),
                    fields.get(5).toUpperCase(Locale.ROOT),
                    fields.get(6),
                    day(fields.get(7)),
                    day(fields.get(8)),
                    fields.get(9),
                    fields.get(10));
        } catch (IllegalArgumentException notOfItsForm) {
            throw unreadable(String.valueOf(notOfItsForm.getMessage()));
        }
    }

    static String cardInfo(CardBasicData card) {
        return card.cardIdentifier() + "|" + card.cardNumber() + "|";
    }

    /** Items of one file stand together, files in their order. */
    static String fileAddress(List<CardItem> items) {
        StringBuilder text = new StringBuilder();
        byFile(items).forEach((file, of) -> {
            text.append(file).append('|');
            of.forEach(each -> text.append(each.place().identifier()).append('|'));
            text.append('$');
        });
        return text.toString();
    }

    private static Map<String, List<CardItem>> byFile(List<CardItem> items) {
        Map<String, List<CardItem>> files = new TreeMap<>();
        for (CardItem each : items) {
            files.computeIfAbsent(each.place().file(), file -> new ArrayList<>())
                    .add(each);
        }
        return files;
    }

    /** The answer to {@link #fileAddress}. */
    static Map<CardItem, String> items(List<CardItem> asked, String line) {
        Map<String, List<CardItem>> files = byFile(asked);
        String[] parts = checked(line).split("\\$", -1);
        if (parts.length != files.size() + 1 || !clean(parts[parts.length - 1]).isEmpty()) {
            throw unreadable("the answer has other files than were asked for");
        }
        Map<CardItem, String> found = new EnumMap<>(CardItem.class);
        int at = 0;
        for (Map.Entry<String, List<CardItem>> file : files.entrySet()) {
            List<String> values = fields(parts[at++]);
            List<CardItem> of = file.getValue();
            if (values.size() != of.size() + 1 || !values.get(0).equals(file.getKey())) {
                throw unreadable("the answer has other items than were asked for");
            }
            for (int i = 0; i < of.size(); i++) {
                found.put(of.get(i), values.get(i + 1));
            }
        }
        return found;
    }

    /** The values before each {@code |}; the last one may lack it. */
    static List<String> fields(String line) {
        String text = clean(checked(line));
        String values = text.endsWith("|") ? text.substring(0, text.length() - 1) : text;
        return Stream.of(values.split("\\|", -1)).map(CardText::clean).toList();
    }

    private static String checked(String line) {
        if (line.length() > LONGEST) {
            throw unreadable("the answer is longer than " + LONGEST + " characters");
        }
        return line;
    }

    /** Items are filled up to their length with blanks or octets of zero. */
    static String clean(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) <= ' ') {
            end--;
        }
        return value.substring(0, end);
    }

    /** Empty dates are left out, or of zeros or of F, with which a card fills up digits. */
    private static @Nullable LocalDate day(String digits) {
        if (digits.matches("0{0,8}|F{8}")) {
            return null;
        }
        try {
            return LocalDate.parse(digits, DAY);
        } catch (DateTimeException notInTheCalendar) {
            throw unreadable("a date is not in the calendar");
        }
    }

    /** As cards write a date. */
    static String day(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    static CardReaderException unreadable(String reason) {
        return new CardReaderException(new CardUnreadable(reason));
    }
}
