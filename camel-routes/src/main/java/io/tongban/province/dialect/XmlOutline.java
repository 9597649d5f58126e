package io.tongban.province.dialect;

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
public record XmlOutline(
        String root,
        String result,
        String head,
        String body,
        String rows,
        String row,
        String version,
        String namespace) {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

    /**
     * @param root and {@code result} with what is usual in the dialect, and whether they may be missing
     */
    public static List<Option> options(Option root, Option result) {
        return List.of(
                root,
                result,
                element(Options.HEAD, "head"),
                element(Options.BODY, "body"),
                element(Options.ROWS, "rows"),
                Option.usually("row", "row", NAME, "an element name"),
                Option.usually("document-version", "", "[0-9A-Za-z.]{1,10}", "up to ten letters, digits and dots"),
                Option.usually("document-namespace", "", "[^\\s\"<>&]{1,200}", "a URI"));
    }

    /** One that is there in every document of the dialect. */
    public static Option outermost(String name, String usual) {
        return Option.usually(name, usual, NAME, "an element name");
    }

    /** One that a profile may do without. */
    public static Option element(String name, String usual) {
        return Option.usually(name, usual, NAME + "|" + Options.NOTHING, "an element name, or - for none");
    }

    public static XmlOutline of(Options options) {
        return new XmlOutline(
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
        return name.equals(Options.NOTHING) ? "" : name;
    }

    /** Attributes of a request's outermost elements, with a blank before each. */
    public String attributes() {
        return (namespace.isEmpty() ? "" : " xmlns=\"" + namespace + "\"")
                + (version.isEmpty() ? "" : " version=\"" + version + "\"");
    }

    /** A place in a request's head, from the document's outside. */
    public String inHead(String place) {
        return joined(root, head, place);
    }

    public String inBody(String place) {
        return joined(root, body, place);
    }

    /** A place in an answer's head, from within its root. */
    public String inHeadOfResult(String place) {
        return joined(head, place);
    }

    public String inBodyOfResult(String place) {
        return joined(body, place);
    }

    public String rowOfResult() {
        return joined(body, rows, row);
    }

    private static String joined(String... steps) {
        return Stream.of(steps).filter(step -> !step.isEmpty()).collect(Collectors.joining("/"));
    }
}
