package io.tongban.gateway.contribution.policy;

import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the value of an entry in the form that its rule has. */
final class ValueReader {
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,9}\\.[0-9]{2}");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,6})?");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");
    private static final Pattern MONTH = Pattern.compile("[1-9][0-9]{3}-(0[1-9]|1[0-2])");

    private ValueReader() {}

    static RuleValue read(Rule.Form form, YamlEntry value) {
        return switch (form) {
            case YUAN -> new RuleValue.Amount(fen(value));
            case PERCENT -> new RuleValue.Percent(millionths(value));
            case NUMBER -> new RuleValue.Count(Values.number(value, 0, 1_200));
            case WORD -> new RuleValue.Word(matching(WORD, value, "is not a word; write capitals, such as MANDATE"));
            case PARTS -> parts(value);
            case GRADE -> new RuleValue.Grade(fen(value.get("yuan")), fen(value.get("subsidy-yuan")));
            case PRICE ->
                new RuleValue.Price(
                        scaled(matching(PRICE, value, "is not a price in yuan; write 0.07, at most six decimals"), 6));
            case COHORT -> cohort(value);
        };
    }

    private static RuleValue parts(YamlEntry value) {
        Map<Share, Long> parts = new EnumMap<>(Share.class);
        value.entries().forEach((word, share) -> parts.put(Values.oneOf(Share.class, share, word), millionths(share)));
        if (parts.isEmpty()) {
            throw value.wrong("has no part; write one such as {person-account: 8, person-pooled: 12}");
        }
        if (parts.values().stream().mapToLong(Long::longValue).sum() > 1_000_000) {
            throw value.wrong("is more than 100 in all; write percent of the base");
        }
        return new RuleValue.Parts(parts);
    }

    private static RuleValue cohort(YamlEntry value) {
        String start = matching(MONTH, value.get("start"), "is not a month; write 1965-01");
        return new RuleValue.Cohort(
                Values.number(value.get("age-months"), 1, 1_200),
                YearMonth.parse(start),
                Values.number(value.get("step"), 1, 120),
                Values.number(value.get("cap"), 0, 240));
    }

    private static long fen(YamlEntry entry) {
        return scaled(matching(YUAN, entry, "is not an amount in yuan; write two decimals, such as 5510.00"), 2);
    }

    private static long millionths(YamlEntry entry) {
        String text = matching(PERCENT, entry, "is not a share in percent; write 20 or 0.5");
        long millionths = scaled(text, 4);
        if (millionths > 10_000_000) {
            throw entry.wrong("is more than 1000 percent; write percent, such as 20");
        }
        return millionths;
    }

    private static long scaled(String text, int decimals) {
        return new BigDecimal(text).movePointRight(decimals).longValueExact();
    }

    static String matching(Pattern form, YamlEntry entry, String why) {
        String text = entry.text();
        if (!form.matcher(text).matches()) {
            throw entry.wrong(why);
        }
        return text;
    }
}
