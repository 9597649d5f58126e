package io.tongban.signature;

import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A Structured Field dictionary in which nothing occurs twice. RFC 8941 lets the last of several equal keys win, by
 * which two readers of one message can see two different signatures; so what was parsed is counted against the
 * separators in the text.
 *
 * @param members by key, in the order of the field
 */
record StrictDictionary(Map<String, ListElement<?>> members) {

    /**
     * Reads all lines of a field.
     *
     * @throws SignatureRefusedException MALFORMED if they are no dictionary, an empty one, or a parameter occurs twice;
     *     DUPLICATE_LABEL if a key does
     */
    static StrictDictionary parse(String fieldName, List<String> lines) {
        Map<String, ListElement<?>> members = members(fieldName, lines);
        if (members.isEmpty()) {
            throw new SignatureRefusedException(SignatureFailure.MALFORMED, fieldName + " is empty");
        }
        if (members.size() != lines.size() + separators(lines, ',')) {
            throw new SignatureRefusedException(SignatureFailure.DUPLICATE_LABEL, "A key occurs twice in " + fieldName);
        }
        int parameters = members.values().stream()
                .mapToInt(StrictDictionary::parametersOf)
                .sum();
        if (parameters != separators(lines, ';')) {
            throw new SignatureRefusedException(
                    SignatureFailure.MALFORMED, "A parameter occurs twice in one member of " + fieldName);
        }
        return new StrictDictionary(members);
    }

    @Nullable
    ListElement<?> member(String key) {
        return members.get(key);
    }

    private static Map<String, ListElement<?>> members(String fieldName, List<String> lines) {
        try {
            return new Parser(lines).parseDictionary().get();
        } catch (ParseException notADictionary) {
            // The parser's own text repeats the input, which may hold anything.
            throw new SignatureRefusedException(
                    SignatureFailure.MALFORMED,
                    fieldName + " is no dictionary of Structured Fields (at character " + notADictionary.getPosition()
                            + ")");
        }
    }

    /** Outside strings, a comma always parts two members and a semicolon always starts a parameter. */
    private static int separators(List<String> lines, char separator) {
        int count = 0;
        for (String line : lines) {
            boolean inString = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    inString = !inString;
                } else if (inString && c == '\\') {
                    i++;
                } else if (!inString && c == separator) {
                    count++;
                }
            }
        }
        return count;
    }

    private static int parametersOf(ListElement<?> member) {
        int count = member.getParams().size();
        if (member instanceof InnerList list) {
            for (Item<?> item : list.get()) {
                count += item.getParams().size();
            }
        }
        return count;
    }
}
