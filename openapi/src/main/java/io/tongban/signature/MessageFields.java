package io.tongban.signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header fields of a message: names are looked up without regard to case, the values of a name stay in the order
 * in which their field lines were received. Immutable.
 *
 * @param lines the values by name in lower case
 */
public record MessageFields(Map<String, List<String>> lines) {

    private static final MessageFields NONE = new MessageFields(Map.of());

    public MessageFields {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        lines.forEach((name, values) -> copy.computeIfAbsent(lowerCase(name), absent -> new ArrayList<>())
                .addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        lines = Collections.unmodifiableMap(copy);
    }

    /** Takes the fields as HTTP libraries hand them out; names that differ in case only are one field. */
    public static MessageFields of(Map<String, List<String>> fields) {
        return new MessageFields(fields);
    }

    public static MessageFields none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The values of all field lines of this name, empty if there is none. */
    public List<String> values(String name) {
        return lines.getOrDefault(lowerCase(name), List.of());
    }

    /** The value of the only field line of this name; empty if there is none or more than one. */
    public Optional<String> single(String name) {
        List<String> values = values(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    public boolean isPresent(String name) {
        return !values(name).isEmpty();
    }

    /** These fields with one line for each of the others in place of what there was under its name. */
    MessageFields with(Map<String, String> others) {
        Map<String, List<String>> changed = new LinkedHashMap<>(lines);
        others.forEach((name, value) -> changed.put(lowerCase(name), List.of(value)));
        return new MessageFields(changed);
    }

    /** Names only: among the values are tokens and signatures. */
    @Override
    public String toString() {
        return "MessageFields" + lines.keySet();
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Collects field lines in their order. */
    public static final class Builder {

        private final Map<String, List<String>> lines = new LinkedHashMap<>();

        private Builder() {}

        public Builder add(String name, String value) {
            lines.computeIfAbsent(lowerCase(name), absent -> new ArrayList<>()).add(value);
            return this;
        }

        public Builder addAll(Map<String, String> fields) {
            fields.forEach(this::add);
            return this;
        }

        public MessageFields build() {
            return new MessageFields(lines);
        }
    }
}
