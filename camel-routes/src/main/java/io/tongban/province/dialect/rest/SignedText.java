package io.tongban.province.dialect.rest;

import io.tongban.province.dialect.rest.JsonValue.Bare;
import io.tongban.province.dialect.rest.JsonValue.Members;
import io.tongban.province.dialect.rest.JsonValue.Text;
import io.tongban.province.profile.MemberPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a signature is over: the document's members that are neither empty texts nor null, without the signature wherever it stands,
 * sorted by name, as {@code name=value} joined with {@code &}; what is no text as its JSON. No text has an
 * ampersand, so there is one way only to read it.
 */
final class SignedText {
    private SignedText() {}

    static byte[] of(Members document, MemberPath signature) {
        StringBuilder signed = new StringBuilder(512);
        for (Map.Entry<String, JsonValue> member :
                new TreeMap<>(document.without(signature).members()).entrySet()) {
            if (!member.getValue().equals(new Text("")) && !member.getValue().equals(Bare.NULL)) {
                signed.append(signed.isEmpty() ? "" : "&")
                        .append(member.getKey())
                        .append('=')
                        .append(value(member.getValue()));
            }
        }
        return signed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String value(JsonValue value) {
        if (value instanceof Text text) {
            return text.text();
        }
        StringBuilder json = new StringBuilder(256);
        value.write(json);
        return json.toString();
    }

    /** Whether a text of an answer can be verified: what else is wrong with it is for the field to say. */
    static boolean isUnambiguous(String text) {
        return text.codePoints()
                .noneMatch(character -> character == '&' || Character.getType(character) == Character.SURROGATE);
    }

    /** Whether a text keeps its meaning in there: whole characters, no control among them, no ampersand. */
    static boolean holds(String text) {
        return text.codePoints()
                .noneMatch(character -> character == '&'
                        || Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE);
    }
}
