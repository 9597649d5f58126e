package io.tongban.province.profile;

import io.tongban.province.dated.Mistakes;
import io.tongban.province.dated.YamlEntry;
import io.tongban.province.profile.Options.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a dialect, each by the form that the dialect gives it. */
final class OptionsReader {
    private OptionsReader() {}

    /** @param scheme of the address, which decides what some of them are for; empty if it is not known */
    static Options options(
            Optional<YamlEntry> given, YamlEntry root, DialectNeeds needs, Placeholders placeholders, String scheme) {
        Map<String, String> values = new HashMap<>();
        values.put(Options.SCHEME, scheme);
        Mistakes mistakes = new Mistakes();
        for (Option option : needs.options()) {
            mistakes.read(() -> value(given, root, option, needs, placeholders, values))
                    .flatMap(value -> value)
                    .ifPresent(value -> values.put(option.name(), value));
        }
        mistakes.tell();
        values.remove(Options.SCHEME);
        return new Options(values);
    }

    /** Empty where an earlier setting makes it of no use. */
    private static Optional<String> value(
            Optional<YamlEntry> given,
            YamlEntry root,
            Option option,
            DialectNeeds needs,
            Placeholders placeholders,
            Map<String, String> earlier) {
        Optional<String> value = given.flatMap(options -> options.find(option.name()))
                .map(entry -> value(entry, option, placeholders))
                .filter(text -> !text.isBlank());
        boolean needed = option.neededWith(earlier);
        if (value.isPresent() && !needed) {
            throw given.orElse(root)
                    .wrong("has \"" + option.name() + "\", which has no effect " + option.unneeded(earlier)
                            + "; remove one of them");
        }
        if (value.isPresent() || !needed) {
            return value;
        }
        return Optional.of(option.usual()
                .orElseThrow(() -> given.orElse(root)
                        .wrong("lacks \"options." + option.name() + "\", which the dialect " + needs.name()
                                + " needs; write " + option.hint())));
    }

    private static String value(YamlEntry entry, Option option, Placeholders placeholders) {
        String value = option.secret() ? placeholders.secret(entry).value() : placeholders.fill(entry);
        if (!value.isBlank() && !option.form().test(value)) {
            throw entry.wrong("cannot be used; write " + option.hint());
        }
        return value;
    }
}
