package io.tongban.province.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a field stands in a document with members: {@code a/b} the member {@code b} of the object {@code a},
 * {@code a[]/b} that of the one object in the list {@code a}.
 */
public record MemberPath(List<Step> steps) {
    private static final String LIST = "[]";

    public MemberPath {
        steps = List.copyOf(steps);
    }

    /** @param list whether the member is a list, and what follows stands in its one object */
    public record Step(String name, boolean list) {
        private static Step of(String text) {
            return text.endsWith(LIST)
                    ? new Step(text.substring(0, text.length() - LIST.length()), true)
                    : new Step(text, false);
        }
    }

    /** @param parts paths, each within the one before it; an empty one leads nowhere */
    public static MemberPath of(String... parts) {
        List<Step> steps = new ArrayList<>();
        for (String part : parts) {
            Arrays.stream(part.split("/", -1))
                    .filter(step -> !step.isEmpty())
                    .map(Step::of)
                    .forEach(steps::add);
        }
        return new MemberPath(steps);
    }

    /** The way to what holds it; empty where the document itself does. */
    public MemberPath above() {
        return new MemberPath(steps.subList(0, steps.size() - 1));
    }

    public String last() {
        return steps.get(steps.size() - 1).name();
    }

    /** As a JSON pointer (RFC 6901). */
    public String pointer() {
        return steps.stream()
                .map(step -> "/" + step.name() + (step.list() ? "/0" : ""))
                .collect(Collectors.joining());
    }
}
