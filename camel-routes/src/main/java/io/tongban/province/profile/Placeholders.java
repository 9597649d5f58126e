package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${name}} from the configuration, so that endpoints and secrets stand in no profile file. What is
 * written {@code ${name:usual}} may be missing there, and is {@code usual} then, or nothing.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?}");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{[^}:]*}");

    private final Function<String, Optional<String>> properties;

    Placeholders(Function<String, Optional<String>> properties) {
        this.properties = properties;
    }

    String fill(YamlEntry entry) {
        return PLACEHOLDER.matcher(entry.text()).replaceAll(found -> Matcher.quoteReplacement(value(entry, found)));
    }

    /** Whether a profile asks for properties and has none of them, not even one that it could do without. */
    boolean allMissing(YamlEntry profile) {
        List<String> values = profile.values().toList();
        return values.stream().anyMatch(value -> REQUIRED.matcher(value).find())
                && values.stream()
                        .flatMap(value -> PLACEHOLDER.matcher(value).results())
                        .map(found -> properties.apply(found.group(1)).orElse(""))
                        .allMatch(String::isBlank);
    }

    /** No default: whoever can read the file would know it. */
    Secret secret(YamlEntry entry) {
        if (!REQUIRED.matcher(entry.text()).matches()) {
            throw entry.wrong("is a secret and must not stand in a file; write ${a.property.name}");
        }
        return new Secret(fill(entry));
    }

    private String value(YamlEntry entry, MatchResult found) {
        String name = found.group(1);
        return properties
                .apply(name)
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(found.group(2)))
                .orElseThrow(() -> entry.wrong("needs the property " + name + ", which is not set; configure it"));
    }
}
