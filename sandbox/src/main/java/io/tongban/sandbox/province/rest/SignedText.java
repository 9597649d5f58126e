package io.tongban.sandbox.province.rest;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What a sign is over: the fields that are not empty, without the sign itself, sorted by name. */
final class SignedText {
    static final String SIGN = "sign";

    private SignedText() {}

    static String of(Map<String, String> fields) {
        StringJoiner text = new StringJoiner("&");
        for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
            if (!field.getKey().equals(SIGN) && !field.getValue().isEmpty()) {
                text.add(field.getKey() + "=" + field.getValue());
            }
        }
        return text.toString();
    }
}
