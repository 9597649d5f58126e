package io.tongban.sdk.fake;

/** How answers show personal data. */
final class Masks {
    private Masks() {}

    static String citizenNumber(String number) {
        return middle(number, 6, 4);
    }

    static String mobile(String mobile) {
        return middle(mobile, 3, 4);
    }

    /** By characters, not by Java's halves of them. */
    static String name(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= 1
                ? "*".repeat(length)
                : name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(length - 1);
    }

    private static String middle(String value, int head, int tail) {
        return value.substring(0, head)
                + "*".repeat(value.length() - head - tail)
                + value.substring(value.length() - tail);
    }
}
