package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The length before a frame.
 *
 * @param digits how many ASCII digits it has, padded left with zeros
 * @param countsItself whether it is the length of the whole, its own digits included, or of what follows them
 */
record LengthField(int digits, boolean countsItself) {
    static final List<Option> OPTIONS = List.of(
            Option.usually("length-digits", "6", "4|6|8", "4, 6 or 8"),
            Option.usually("length-counts-itself", "no", "yes|no", "yes or no"));
    static final int NOT_YET = -1;
    static final int NONE = -2;

    static LengthField of(Options options) {
        return new LengthField(options.number("length-digits"), options.yes("length-counts-itself"));
    }

    /** The most bytes that may follow. */
    int most() {
        int whole = (int) Math.pow(10, digits) - 1;
        return countsItself ? whole - digits : whole;
    }

    /** What stands before so many bytes, at most {@link #most()}. */
    byte[] before(int bytes) {
        int length = countsItself ? bytes + digits : bytes;
        return String.format(Locale.ROOT, "%0" + digits + "d", length).getBytes(StandardCharsets.US_ASCII);
    }

    /** How many bytes follow; NOT_YET as long as too little is there to say, NONE as soon as it is no length. */
    int read(ByteBuf in) {
        int length = 0;
        int there = Math.min(digits, in.readableBytes());
        for (int i = 0; i < there; i++) {
            int digit = in.getByte(in.readerIndex() + i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            length = length * 10 + digit;
        }
        if (there < digits) {
            return NOT_YET;
        }
        int following = countsItself ? length - digits : length;
        return following < 0 ? NONE : following;
    }
}
