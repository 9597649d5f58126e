package io.tongban.province.workbench;

import io.tongban.province.dialect.Specimen;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.dialect.WireText;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Prints a request with a ruler: where each piece begins, how long it is, its octets, and the text that they are. */
final class Ruler {
    private static final int A_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private Ruler() {}

    static String of(Specimen specimen) {
        StringBuilder text = new StringBuilder();
        line(text, "offset", "octets", "field", "hex", "text");
        int offset = 0;
        for (Piece piece : specimen.pieces()) {
            piece(text, piece, offset, specimen.charset());
            offset += piece.octets().length;
        }
        return text.toString();
    }

    /** Octets that are no text. */
    static String of(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < octets.length; from += A_LINE) {
            byte[] some = Arrays.copyOfRange(octets, from, Math.min(octets.length, from + A_LINE));
            String length = from == 0 ? Integer.toString(octets.length) : "";
            line(text, Integer.toString(from), length, "", HEX.formatHex(some), "");
        }
        return text.toString();
    }

    private static void piece(StringBuilder text, Piece piece, int offset, Charset charset) {
        byte[] octets = piece.octets();
        String length = Integer.toString(octets.length);
        String written = visible(octets, charset);
        if (octets.length == 0) {
            line(text, Integer.toString(offset), length, piece.name(), "", "");
        }
        for (int from = 0; from < octets.length; from += A_LINE) {
            byte[] some = Arrays.copyOfRange(octets, from, Math.min(octets.length, from + A_LINE));
            line(
                    text,
                    Integer.toString(offset + from),
                    from == 0 ? length : "",
                    from == 0 ? piece.name() : "",
                    HEX.formatHex(some),
                    from == 0 ? written : "");
        }
    }

    /** The whole piece, because a line of octets may end within a character. */
    private static String visible(byte[] octets, Charset charset) {
        return new WireText(charset)
                .decodeAsFarAsPossible(octets)
                .replace("\r", "␍")
                .replace("\n", "␊")
                .replaceAll("\\p{Cntrl}", "·");
    }

    private static void line(StringBuilder text, String offset, String octets, String name, String hex, String value) {
        text.append(String.format(Locale.ROOT, "%6s %6s  %-20s %-47s  %s", offset, octets, name, hex, value)
                        .stripTrailing())
                .append('\n');
    }
}
