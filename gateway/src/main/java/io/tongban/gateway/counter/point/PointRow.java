package io.tongban.gateway.counter.point;

import io.tongban.api.Patterns;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A row of the file as a point, or what is wrong with it. What a spreadsheet would compute is never taken. */
final class PointRow {
    static final List<String> HEAD = List.of(
            "reference",
            "parent",
            "kind",
            "level",
            "name",
            "address",
            "division",
            "position",
            "hours",
            "services",
            "languages",
            "state");

    private static final Pattern REFERENCE = Pattern.compile(Patterns.REFERENCE);
    private static final Pattern DIVISION = Pattern.compile(Patterns.DIVISION);
    private static final Pattern MARKUP = Pattern.compile("[<>\\x00-\\x1f\\x7f-\\x9f]");
    /** Half and full width. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+@\uff1d\uff0b\uff20-].*", Pattern.DOTALL);
    /** BCP 47, as far as anyone writes it here. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");

    private static final int LONGEST = 100;
    private static final int MOST_LANGUAGES = 8;

    private final List<String> fields;

    private PointRow(List<String> fields) {
        this.fields = fields;
    }

    /** The reference, where it can be told. */
    static Optional<String> reference(List<String> fields) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields.get(0)).filter(REFERENCE.asMatchPredicate());
    }

    static Point read(String id, String owner, List<String> fields) throws RowRefused {
        if (fields.isEmpty()) {
            throw new RowRefused(RowRefused.Cause.UNREADABLE, HEAD.get(0));
        }
        if (fields.size() != HEAD.size()) {
            throw new RowRefused(RowRefused.Cause.FIELDS, HEAD.get(Math.min(fields.size(), HEAD.size() - 1)));
        }
        return new PointRow(fields).point(id, owner);
    }

    private Point point(String id, String owner) throws RowRefused {
        String reference = matching("reference", REFERENCE);
        String parent = field("parent").isEmpty() ? null : matching("parent", REFERENCE);
        return new Point(
                id,
                owner,
                reference,
                parent,
                of("kind", Point.Kind.class),
                of("level", Point.Level.class),
                text("name"),
                text("address"),
                matching("division", DIVISION),
                parsed("position", Position::read),
                parsed("hours", OpeningHours::read),
                services(),
                languages(),
                of("state", Point.State.class));
    }

    private String field(String column) {
        return fields.get(HEAD.indexOf(column));
    }

    private String text(String column) throws RowRefused {
        String text = field(column);
        if (FORMULA.matcher(text).matches()) {
            throw new RowRefused(RowRefused.Cause.FORMULA, column);
        }
        if (MARKUP.matcher(text).find()) {
            throw new RowRefused(RowRefused.Cause.MARKUP, column);
        }
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw new RowRefused(RowRefused.Cause.FORM, column);
        }
        return text;
    }

    private String matching(String column, Pattern form) throws RowRefused {
        return parsed(column, text -> Optional.of(text).filter(form.asMatchPredicate()));
    }

    private <E extends Enum<E>> E of(String column, Class<E> type) throws RowRefused {
        return parsed(column, text -> named(type, text));
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private <T> T parsed(String column, Function<String, Optional<T>> reader) throws RowRefused {
        return reader.apply(field(column)).orElseThrow(() -> new RowRefused(RowRefused.Cause.FORM, column));
    }

    private Set<Point.Service> services() throws RowRefused {
        Set<Point.Service> services = new LinkedHashSet<>();
        for (String name : field("services").split(" ", -1)) {
            services.add(named(Point.Service.class, name)
                    .orElseThrow(() -> new RowRefused(RowRefused.Cause.FORM, "services")));
        }
        return services;
    }

    private List<String> languages() throws RowRefused {
        List<String> languages = List.of(field("languages").split(" ", -1));
        if (languages.size() > MOST_LANGUAGES || !languages.stream().allMatch(LANGUAGE.asMatchPredicate())) {
            throw new RowRefused(RowRefused.Cause.FORM, "languages");
        }
        return languages;
    }
}
