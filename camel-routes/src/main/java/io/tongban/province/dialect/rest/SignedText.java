package io.tongban.province.dialect.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a signature is over: all fields but the signature that are not empty, sorted by name, as {@code name=value}
 * joined with {@code &}. No value has an ampersand, so there is one way only to read it.
 */
final class SignedText {
    private SignedText() {}

    static byte[] of(Map<String, String> fields, String signature) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals(signature)
                                && !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.UTF_8);
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
