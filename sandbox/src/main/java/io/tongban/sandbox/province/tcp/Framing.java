package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.SimulatedProvince;
import java.nio.charset.StandardCharsets;

/**
 * How a frame says its length.
 *
 * @param digits how many ASCII digits
 * @param countsItself whether the digits are part of the length
 */
record Framing(int digits, boolean countsItself) {
    static Framing of(SimulatedProvince province) {
        return new Framing(
                Integer.parseInt(province.option("length-digits", "6")),
                province.option("length-counts-itself", "no").equals("yes"));
    }

    /** The length that stands before so many bytes. */
    byte[] before(int bytes) {
        int length = countsItself ? bytes + digits : bytes;
        return String.format("%0" + digits + "d", length).getBytes(StandardCharsets.US_ASCII);
    }

    /** How many bytes follow; negative if this is no length. */
    int following(byte[] length) {
        String text = new String(length, StandardCharsets.ISO_8859_1);
        if (!text.matches("[0-9]+")) {
            return -1;
        }
        return Integer.parseInt(text) - (countsItself ? digits : 0);
    }
}
