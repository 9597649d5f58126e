package io.tongban.gateway.trust.risk;

import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the text of a file of rules into them, or says where and why it cannot. */
final class RiskRuleReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{3,60}");
    private static final Pattern POINT = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}/[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    private RiskRuleReader() {}

    /** @throws DataFileException with file, line and what to write instead */
    static RiskRules read(String file, String text) {
        YamlEntry root = YamlEntry.document(file, text);
        List<RiskRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlEntry item : root.get("rules").items()) {
            RiskRule rule = rule(item);
            if (!ids.add(rule.id())) {
                throw item.get("id").wrong("is another rule's; give each its own");
            }
            rules.add(rule);
            item.refuseUnknownKeys();
        }
        root.refuseUnknownKeys();
        return new RiskRules(rules);
    }

    private static RiskRule rule(YamlEntry item) {
        YamlEntry id = item.get("id");
        if (!ID.matcher(id.text()).matches()) {
            throw id.wrong("is not an id; write small letters, digits and hyphens");
        }
        LocalDate from = Values.date(item.get("valid-from"));
        @Nullable LocalDate until = item.find("valid-to").map(Values::date).orElse(null);
        if (until != null && until.isBefore(from)) {
            throw item.get("valid-to").wrong("is before valid-from; write the last day on which the rule holds");
        }
        RiskVerdict verdict = verdict(item.get("verdict"));
        Optional<RiskRule.Source> source = source(item);
        if (verdict == RiskVerdict.SECOND_PERSON && source.isEmpty()) {
            throw item.wrong("asks for a second person and does not say why; write source and mark");
        }
        return new RiskRule(
                id.text(),
                from,
                until,
                operations(item.get("operations")),
                measure(item),
                verdict,
                points(item),
                item.find("shadow").map(RiskRuleReader::isTrue).orElse(false),
                source.orElse(null));
    }

    private static Set<String> points(YamlEntry item) {
        Set<String> points = new HashSet<>();
        for (YamlEntry each : item.find("points").map(YamlEntry::items).orElse(List.of())) {
            if (!POINT.matcher(each.text()).matches()) {
                throw each.wrong("is no point; write the bank's client id, a slash, and the point's reference");
            }
            points.add(each.text());
        }
        return points;
    }

    private static Optional<RiskRule.Source> source(YamlEntry item) {
        return item.find("source")
                .map(source -> new RiskRule.Source(source.text(), value(RiskRule.Mark.class, item.get("mark"))));
    }

    private static Set<String> operations(YamlEntry entry) {
        Set<String> operations = new HashSet<>();
        for (YamlEntry each : entry.items()) {
            if (!RiskCheck.ASKED.contains(each.text())) {
                throw each.wrong("is no operation that asks the rules; write one of " + RiskCheck.ASKED);
            }
            operations.add(each.text());
        }
        if (operations.isEmpty()) {
            throw entry.wrong("names none; write at least one of " + RiskCheck.ASKED);
        }
        return operations;
    }

    private static RiskVerdict verdict(YamlEntry entry) {
        RiskVerdict verdict = value(RiskVerdict.class, entry);
        if (verdict == RiskVerdict.ALLOW) {
            throw entry.wrong("needs no rule; write SECOND_PERSON, HOLD or REFUSE");
        }
        return verdict;
    }

    private static RiskRule.Measure measure(YamlEntry item) {
        Optional<YamlEntry> fen = item.find("most-fen");
        Optional<YamlEntry> number = item.find("most");
        Optional<YamlEntry> from = item.find("from");
        if (Stream.of(fen, number, from).filter(Optional::isPresent).count() != 1) {
            throw item.wrong("measures nothing, or two things; write most-fen, most, or from and to");
        }
        if (from.isPresent()) {
            return hours(from.get(), item.get("to"));
        }
        if (fen.isPresent() && item.find("of").isEmpty()) {
            return new RiskRule.Amount(number(fen.get()));
        }
        return new RiskRule.Velocity(
                value(RiskRule.Scope.class, item.get("of")),
                value(RiskRule.Window.class, item.get("in")),
                number(fen.or(() -> number).orElseThrow()),
                fen.isPresent());
    }

    private static RiskRule.Hours hours(YamlEntry from, YamlEntry to) {
        RiskRule.Hours hours = new RiskRule.Hours(time(from), time(to));
        if (!hours.from().isBefore(hours.to())) {
            throw to.wrong("is not after from; hours do not run over midnight");
        }
        return hours;
    }

    private static long number(YamlEntry entry) {
        if (!NUMBER.matcher(entry.text()).matches()) {
            throw entry.wrong("is not a whole number; write at most twelve digits");
        }
        return Long.parseLong(entry.text());
    }

    private static LocalTime time(YamlEntry entry) {
        try {
            return LocalTime.parse(entry.text());
        } catch (DateTimeException noTime) {
            throw entry.wrong("is not a time; write \"09:00\" in quotes");
        }
    }

    private static boolean isTrue(YamlEntry entry) {
        return switch (entry.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw entry.wrong("is neither; write true or false");
        };
    }

    private static <E extends Enum<E>> E value(Class<E> type, YamlEntry entry) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(entry.text())) {
                return each;
            }
        }
        throw entry.wrong("is not known; write one of " + List.of(type.getEnumConstants()));
    }
}
