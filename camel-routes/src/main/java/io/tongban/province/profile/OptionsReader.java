package io.tongban.province.profile;

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
            Optional<YamlEntry> entry = given.flatMap(options -> options.find(option.name()));
            if (entry.isPresent()) {
                values.put(option.name(), value(entry.get(), option, placeholders));
            } else {
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
        String value = placeholders.fill(entry);
        if (!option.form().test(value)) {
            throw entry.wrong("cannot be used; write " + option.hint());
        }
        return value;
    }
}
