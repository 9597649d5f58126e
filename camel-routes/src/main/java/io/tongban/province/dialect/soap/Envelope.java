package io.tongban.province.dialect.soap;

import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import java.util.List;

/**
 * The elements around the fields of a document, as the profile names them.
 *
 * @param root of a request
 * @param result root of an answer
 * @param version that both roots give in their attribute {@code version}; empty where they have none
 */
record Envelope(String root, String result, String head, String body, String rows, String row, String version) {
    static final List<Option> OPTIONS = List.of(
            element("root", "business"),
            element("result", "result"),
            element("head", "head"),
            element("body", "body"),
            element("rows", "rows"),
            element("row", "row"),
            Option.usually("document-version", "", "[0-9A-Za-z.]{1,10}", "up to ten letters, digits and dots"));

    private static Option element(String name, String usual) {
        return Option.usually(name, usual, "[A-Za-z_][A-Za-z0-9_.-]*", "an element name");
    }

    static Envelope of(Options options) {
        return new Envelope(
                options.text("root"),
                options.text("result"),
                options.text("head"),
                options.text("body"),
                options.text("rows"),
                options.text("row"),
                options.text("document-version"));
    }

    /** What stands in the root's start tag behind its name. */
    String rootAttribute() {
        return version.isEmpty() ? "" : " version=\"" + version + "\"";
    }

    String headOfResult() {
        return result + "/" + head;
    }

    String bodyOfResult() {
        return result + "/" + body;
    }

    String rowOfResult() {
        return bodyOfResult() + "/" + rows + "/" + row;
    }
}
