package io.tongban.sandbox.province.exchangedb;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Money as this dialect writes it: yuan with two decimals, nothing else. */
final class Yuan {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,12}\\.[0-9]{2}");

    private Yuan() {}

    static OptionalLong toFen(String yuan) {
        return SHAPE.matcher(yuan).matches()
                ? OptionalLong.of(Long.parseLong(yuan.replace(".", "")))
                : OptionalLong.empty();
    }

    static String ofFen(long fen) {
        return String.format("%d.%02d", fen / 100, fen % 100);
    }
}
