package io.tongban.gateway.platform.pii;

/** How personal values are shown. Works by code points: a rare surname beyond U+FFFF is one character. */
public final class Masks {
    private Masks() {}

    /** {@code 110105********002X}: division and sequence stay, the birth date goes. */
    public static String citizenNumber(String number) {
        return middle(number, 6, 4);
    }

    /** {@code 139****0017}. */
    public static String mobile(String mobile) {
        return middle(mobile, 3, 4);
    }

    /** {@code 李**}: the first character stays; a name of one character goes whole. */
    public static String name(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= 1) {
            return "*".repeat(length);
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(length - 1);
    }

    private static String middle(String value, int head, int tail) {
        int hidden = value.length() - head - tail;
        if (hidden < 1) {
            return "*".repeat(value.length());
        }
        return value.substring(0, head) + "*".repeat(hidden) + value.substring(value.length() - tail);
    }
}
