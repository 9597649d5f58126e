package io.tongban.gateway.platform.problem;

import java.util.Locale;
import java.util.Set;

/** References to what a partner keeps: a signed agreement, a consent. Whoever audits the partner asks for it by this. */
public final class References {
    /** What people write into a field that they must fill and have nothing for. */
    private static final Set<String> NOTHING = Set.of(
            "none",
            "no",
            "na",
            "nil",
            "null",
            "undefined",
            "nan",
            "empty",
            "void",
            "blank",
            "unknown",
            "test",
            "testing",
            "tests",
            "todo",
            "tbd",
            "tba",
            "temp",
            "tmp",
            "dummy",
            "sample",
            "example",
            "demo",
            "foo",
            "bar",
            "foobar",
            "abc",
            "abcd",
            "xyz",
            "asdf",
            "qwerty",
            "string",
            "text",
            "reference",
            "agreement",
            "consent",
            "contract",
            "mandate",
            "yes",
            "ok",
            "true",
            "false",
            "oral",
            "verbal",
            "wu",
            "无",
            "没有",
            "暂无",
            "空",
            "测试",
            "未知",
            "待定");

    private References() {}

    /** False for fillers such as {@code none}, {@code n/a}, {@code -}, {@code 000} or {@code xxx}. */
    public static boolean saysSomething(String reference) {
        StringBuilder letters = new StringBuilder();
        reference
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.codePoints().distinct().count() > 1 && !NOTHING.contains(letters.toString());
    }
}
