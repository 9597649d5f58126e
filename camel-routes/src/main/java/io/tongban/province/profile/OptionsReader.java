package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import io.tongban.province.profile.Options.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a dialect, each by the form that the dialect gives it. */
final class OptionsReader {
    private OptionsReader() {}

    static Options options(Optional<YamlEntry> given, YamlEntry root, DialectNeeds needs, Placeholders placeholders) {
        Map<String, String> values = new HashMap<>();
        for (Option option : needs.options()) {
            Optional<String> value = given.flatMap(options -> options.find(option.name()))
                    .map(entry -> value(entry, option, placeholders))
                    .filter(text -> !text.isBlank());
            boolean needed = option.neededWith(values);
            if (value.isPresent() && !needed) {
                throw given.orElse(root)
                        .wrong("has \"" + option.name() + "\", which has no effect " + option.unneeded(values)
                                + "; remove one of them");
            }
            if (value.isPresent()) {
                values.put(option.name(), value.get());
            } else if (needed) {
                String usual = option.usual()
                        .orElseThrow(() -> given.orElse(root)
                                .wrong("lacks \"options." + option.name() + "\", which the dialect " + needs.name()
                                        + " needs; write " + option.hint()));
                values.put(option.name(), usual);
            }
        }
        return new Options(values);
    }

    private static String value(YamlEntry entry, Option option, Placeholders placeholders) {
        String value = option.secret() ? placeholders.secret(entry).value() : placeholders.fill(entry);
        if (!value.isBlank() && !option.form().test(value)) {
            throw entry.wrong("cannot be used; write " + option.hint());
        }
        return value;
    }
}
