package io.tongban.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The value of a field as a component (RFC 9421, section 2.1). */
final class FieldComponent {

    /** RFC 9112, section 5.2, with a bare line feed taken for the line's end. */
    private static final Pattern OBSOLETE_FOLD = Pattern.compile("[ \t]*\r?\n[ \t]+");

    private FieldComponent() {}

    static String valueIn(MessageFields fields, ComponentIdentifier identifier) {
        List<String> lines = fields.values(identifier.name());
        if (identifier.has("tr")) {
            throw DerivedComponent.absent(identifier, "names a trailer, and trailers are not read");
        }
        if (lines.isEmpty()) {
            throw DerivedComponent.absent(identifier, "is not in the message");
        }
        if (identifier.has("bs")) {
            return join(lines.stream().map(FieldComponent::asByteSequence).toList());
        }
        if (identifier.has("key")) {
            return StructuredField.member(identifier, lines);
        }
        if (identifier.has("sf")) {
            return StructuredField.strict(identifier, lines);
        }
        return join(lines);
    }

    private static String join(List<String> lines) {
        if (lines.size() == 1) {
            return canonical(lines.get(0));
        }
        return lines.stream().map(FieldComponent::canonical).collect(Collectors.joining(", "));
    }

    private static String asByteSequence(String line) {
        return ":" + Base64.getEncoder().encodeToString(canonical(line).getBytes(ISO_8859_1)) + ":";
    }

    /** Without white space around it and without line folds. */
    static String canonical(String line) {
        String unfolded =
                line.indexOf('\n') < 0 ? line : OBSOLETE_FOLD.matcher(line).replaceAll(" ");
        int start = 0;
        int end = unfolded.length();
        while (start < end && isWhiteSpace(unfolded.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(unfolded.charAt(end - 1))) {
            end--;
        }
        return unfolded.substring(start, end);
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
