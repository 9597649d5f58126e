package io.tongban.province.profile;

import io.tongban.province.InsuranceKind;
import io.tongban.province.RefusalReason;
import io.tongban.province.Words;
import io.tongban.province.dated.Mistakes;
import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads code maps and return codes, and checks that every code that can come up has a translation. */
final class CodesReader {
    private CodesReader() {}

    static Map<Field, CodeMap> codes(YamlEntry entry) {
        Map<Field, CodeMap> codes = new EnumMap<>(Field.class);
        Mistakes mistakes = new Mistakes();
        entry.entries()
                .forEach((word, each) -> mistakes.read(each, map -> {
                    Field field = Values.oneOf(Field.class, map, word);
                    if (!field.coded()) {
                        throw map.wrong("has no codes; remove it");
                    }
                    return codes.put(field, codeMap(field, map)) == null;
                }));
        mistakes.tell();
        return codes;
    }

    private static CodeMap codeMap(Field field, YamlEntry entry) {
        YamlEntry map = entry.get("map");
        Map<String, String> theirs = new HashMap<>();
        map.entries().forEach((ours, code) -> {
            if (field == Field.INSURANCE) {
                Values.built(code, ignored -> new InsuranceKind(ours));
            } else if (!field.ours().contains(ours)) {
                throw code.wrong("is not known; write one of " + field.ours());
            }
            theirs.put(ours, code.text());
        });
        Optional<String> otherwise = field == Field.INSURANCE || field == Field.COMMAND
                // It would withhold for another insurance than was meant, or take for booked what was taken back.
                ? Optional.empty()
                : entry.find("default").map(text -> otherwise(field, text));
        if (!theirs.keySet().containsAll(field.needed()) && (otherwise.isEmpty() || field == Field.STATE)) {
            throw map.wrong("is not whole; give each of " + field.needed() + " a code");
        }
        return Values.built(entry.get("system"), system -> new CodeMap(system, theirs, otherwise));
    }

    private static String otherwise(Field field, YamlEntry entry) {
        if (field == Field.STATE && !field.ours().contains(entry.text())) {
            throw entry.wrong("is not known; write one of " + field.ours());
        }
        return entry.text();
    }

    static Set<InsuranceKind> insurances(YamlEntry entry, Map<Field, CodeMap> codes) {
        Set<InsuranceKind> insurances = new HashSet<>();
        for (YamlEntry item : entry.items()) {
            InsuranceKind kind = Values.built(item, InsuranceKind::new);
            CodeMap map = codes.get(Field.INSURANCE);
            if (map == null || map.toTheirs(kind.value()).isEmpty()) {
                throw item.wrong("has no code; add it to codes.insurance.map");
            }
            insurances.add(kind);
        }
        return insurances;
    }

    static Map<String, Meaning> returnCodes(YamlEntry entry) {
        Map<String, Meaning> meanings = new HashMap<>();
        Mistakes mistakes = new Mistakes();
        entry.entries()
                .forEach((code, each) -> mistakes.read(each, meaning -> meanings.put(code, meaning(meaning)) == null));
        mistakes.tell();
        if (!meanings.containsValue(Meaning.Plain.OK)) {
            throw entry.wrong("has no code that means \"ok\"; add it");
        }
        return meanings;
    }

    private static Meaning meaning(YamlEntry entry) {
        String word = entry.text();
        for (Meaning.Plain plain : Meaning.Plain.values()) {
            if (Words.of(plain).equals(word)) {
                return plain;
            }
        }
        if (!Words.of(RefusalReason.class).contains(word)) {
            List<String> known = Stream.concat(
                            Words.of(Meaning.Plain.class).stream(), Words.of(RefusalReason.class).stream())
                    .toList();
            throw entry.wrong("is not known: \"" + word + "\"; write one of " + known);
        }
        return new Meaning.Refusal(Values.oneOf(RefusalReason.class, entry));
    }
}
