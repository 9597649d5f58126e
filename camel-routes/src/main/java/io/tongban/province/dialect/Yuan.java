package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import io.tongban.province.profile.Field;
import java.util.regex.Pattern;

/** Money as several dialects write it: yuan with two decimals. */
public final class Yuan {
    private static final Pattern FEN = Pattern.compile("[0-9]{1,12}");
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,10}\\.[0-9]{2}");

    private Yuan() {}

    /** @throws NotCarried if this is no amount of up to ten digits of yuan */
    public static String of(Field field, String fen) {
        if (!FEN.matcher(fen).matches()) {
            throw new NotCarried(field);
        }
        String padded = "0".repeat(Math.max(0, 3 - fen.length())) + fen;
        int point = padded.length() - 2;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    /** @throws CallFailed as unreadable if this is not yuan with two decimals */
    public static String toFen(String yuan) {
        if (!YUAN.matcher(yuan).matches()) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return Long.toString(Long.parseLong(yuan.replace(".", "")));
    }
}
