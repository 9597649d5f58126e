package io.tongban.province.dialect.soap;

import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The elements around the fields of a document, as the profile names them; empty for one that is not there.
 *
 * @param root of a request
 * @param result root of an answer
 * @param version that both roots give in their attribute {@code version}; empty where they have none
 * @param namespace that all of the document's elements stand in; empty for none
 */
record Outline(
        String root,
        String result,
        String head,
        String body,
        String rows,
        String row,
        String version,
        String namespace) {
    static final List<Option> OPTIONS = List.of(
            element("root", "business"),
            element("result", "result"),
            element("head", "head"),
            element("body", "body"),
            element("rows", "rows"),
            Option.usually("row", "row", "[A-Za-z_][A-Za-z0-9_.-]*", "an element name"),
            Option.usually("document-version", "", "[0-9A-Za-z.]{1,10}", "up to ten letters, digits and dots"),
            Option.usually("document-namespace", "", "[^\\s\"<>&]{1,200}", "a URI"));

    private static Option element(String name, String usual) {
        return Option.usually(name, usual, "[A-Za-z_][A-Za-z0-9_.-]*|-", "an element name, or - for none");
    }

    static Outline of(Options options) {
        return new Outline(
                name(options, "root"),
                name(options, "result"),
                name(options, "head"),
                name(options, "body"),
                name(options, "rows"),
                options.text("row"),
                options.text("document-version"),
                options.text("document-namespace"));
    }

    private static String name(Options options, String option) {
        String name = options.text(option);
        return name.equals(Binding.NO_ELEMENT) ? "" : name;
    }

    /** Attributes of a request's outermost elements, with a blank before each. */
    String attributes() {
        return (namespace.isEmpty() ? "" : " xmlns=\"" + namespace + "\"")
                + (version.isEmpty() ? "" : " version=\"" + version + "\"");
    }

    /** A place in a request's head, from the document's outside. */
    String inHead(String place) {
        return joined(root, head, place);
    }

    String inBody(String place) {
        return joined(root, body, place);
    }

    /** A place in an answer's head, from within its root. */
    String inHeadOfResult(String place) {
        return joined(head, place);
    }

    String inBodyOfResult(String place) {
        return joined(body, place);
    }

    String rowOfResult() {
        return joined(body, rows, row);
    }

    private static String joined(String... steps) {
        return Stream.of(steps).filter(step -> !step.isEmpty()).collect(Collectors.joining("/"));
    }
}
