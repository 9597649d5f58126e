package io.tongban.gateway.contribution.policy;

import io.tongban.province.Words;
import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the text of one policy file into its entries, or says where and why it cannot. */
final class PolicyReader {
    private static final Pattern SCOPE = Pattern.compile("[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[0-9]{2}-[a-z0-9-]{3,77}");
    private static final Pattern INSURANCE = Pattern.compile("AAE140:[0-9]{3}");
    private static final Pattern REGION = Pattern.compile("[0-9]{4}([0-9]{2})?");
    private static final Pattern VARIANT = Pattern.compile("[A-Z0-9_]{1,30}");

    private PolicyReader() {}

    /** @throws DataFileException with file, line and what to write instead */
    static List<PolicyEntry> read(String file, String text) {
        YamlEntry root = YamlEntry.document(file, text);
        String scope = ValueReader.matching(SCOPE, root.get("scope"), "is not a province; write two digits in quotes");
        root.find("name").ifPresent(name -> {
            name.get("zh").text();
            name.get("en").text();
            name.refuseUnknownKeys();
        });
        List<PolicyEntry> entries = new ArrayList<>();
        for (YamlEntry item : root.get("entries").items()) {
            entries.add(entry(scope, item));
            item.refuseUnknownKeys();
        }
        root.refuseUnknownKeys();
        return entries;
    }

    private static PolicyEntry entry(String scope, YamlEntry item) {
        YamlEntry id = item.get("id");
        String name = ValueReader.matching(ID, id, "is not an id; write small letters, digits and hyphens");
        if (!name.startsWith(scope + "-")) {
            throw id.wrong("does not begin with the file's scope; write " + scope + "-…");
        }
        RuleKey key = key(scope, item);
        LocalDate from = Values.date(item.get("valid-from"));
        Optional<YamlEntry> to = item.find("valid-to");
        @Nullable LocalDate until = to.map(Values::date).orElse(null);
        if (until != null && until.isBefore(from)) {
            throw to.orElseThrow().wrong("is before valid-from; write a later day");
        }
        Stated stated = stated(key.rule(), item);
        return new PolicyEntry(
                        item.where(),
                        name,
                        scope,
                        key,
                        stated,
                        from,
                        until,
                        Values.date(item.get("known-from")),
                        reviewBy(item, from),
                        mark(stated, item),
                        source(item),
                        "")
                .sealed();
    }

    private static RuleKey key(String scope, YamlEntry item) {
        Rule rule = Values.oneOf(Rule.class, item.get("rule"));
        Optional<YamlEntry> region = item.find("region");
        String regionText = region.map(entry -> ValueReader.matching(REGION, entry, "is not a region; write 4401"))
                .orElse("");
        if (!regionText.isEmpty() && !regionText.startsWith(scope)) {
            throw region.orElseThrow().wrong("lies in another province; write a region that begins with " + scope);
        }
        return new RuleKey(
                rule,
                item.find("insurance")
                        .map(entry -> ValueReader.matching(
                                INSURANCE, entry, "is no insurance with its code system; write AAE140:110"))
                        .orElse(""),
                item.find("relation")
                        .map(entry -> Values.oneOf(Relation.class, entry).name())
                        .orElse(""),
                regionText,
                item.find("variant")
                        .map(entry -> ValueReader.matching(
                                VARIANT, entry, "is not a variant; write capitals and digits, such as 200"))
                        .orElse(""));
    }

    private static Stated stated(Rule rule, YamlEntry item) {
        Optional<YamlEntry> value = item.find("value");
        Optional<YamlEntry> state = item.find("state");
        if (value.isPresent() == state.isPresent()) {
            throw item.wrong("has to have either a value or a state; write one of them");
        }
        if (value.isPresent()) {
            return new Stated.Value(ValueReader.read(rule.form(), value.get()));
        }
        YamlEntry said = state.orElseThrow();
        return switch (said.text()) {
            case "zero-by-law" -> new Stated.ZeroByLaw();
            case "not-applicable" -> new Stated.NotApplicable();
            case "unknown" -> new Stated.Unknown();
            case "announced" -> new Stated.Announced();
            default ->
                throw said.wrong(
                        "is not a state; write a value, or one of [zero-by-law, not-applicable, unknown, announced]");
        };
    }

    private static LocalDate reviewBy(YamlEntry item, LocalDate from) {
        LocalDate day = Values.date(item.get("review-by"));
        if (day.isBefore(from)) {
            throw item.get("review-by").wrong("is before valid-from; write when to look at it again");
        }
        return day;
    }

    private static @Nullable Mark mark(Stated stated, YamlEntry item) {
        Optional<YamlEntry> mark = item.find("mark");
        if (stated instanceof Stated.Unknown) {
            mark.ifPresent(entry -> {
                throw entry.wrong("marks what is unknown; remove it");
            });
            return null;
        }
        return Values.oneOf(
                Mark.class, mark.orElseThrow(() -> item.wrong("lacks \"mark\"; write one of " + Words.of(Mark.class))));
    }

    private static String source(YamlEntry item) {
        String source = item.get("source").text();
        if (source.length() < 8 || source.length() > 300) {
            throw item.get("source").wrong("names no source; write who says so and when, 8 to 300 characters");
        }
        return source;
    }
}
