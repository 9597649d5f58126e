package io.tongban.province.conformance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Shows the first octets of an answer that could not be read: what is personal in them is stars, octet by octet. */
final class UnreadAnswer {
    private static final int MOST_OCTETS = 256;
    /** What is masked, so that no number is cut in two where what is shown ends. */
    private static final int MOST_MASKED = 4 * MOST_OCTETS;

    private static final int A_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Citizen numbers and mobiles that nobody sent. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])");

    private UnreadAnswer() {}

    /** @param personal what the command said of a person */
    static List<String> lines(byte[] answer, Collection<String> personal) {
        byte[] masked = masked(beginning(answer, MOST_MASKED), personal);
        byte[] shown = beginning(masked, MOST_OCTETS);
        List<String> lines = new ArrayList<>();
        lines.add("  the answer's " + answer.length + " octets"
                + (shown.length < answer.length ? ", of them the first " + shown.length : "") + ": " + text(shown));
        for (int from = 0; from < shown.length; from += A_LINE) {
            byte[] some = Arrays.copyOfRange(shown, from, Math.min(shown.length, from + A_LINE));
            lines.add(String.format(Locale.ROOT, "  %6d  %s", from, HEX.formatHex(some)));
        }
        return lines;
    }

    private static byte[] beginning(byte[] octets, int most) {
        return octets.length <= most ? octets : Arrays.copyOf(octets, most);
    }

    /** In a charset in which each octet is a character, so that none moves. */
    private static byte[] masked(byte[] answer, Collection<String> personal) {
        String octets = new String(answer, StandardCharsets.ISO_8859_1);
        for (String value : personal) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
                String written = new String(value.getBytes(charset), StandardCharsets.ISO_8859_1);
                octets = octets.replace(written, "*".repeat(written.length()));
            }
        }
        return PERSONAL.matcher(octets)
                .replaceAll(found -> "*".repeat(found.group().length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] octets) {
        return decoded(octets).replaceAll("\\p{Cntrl}", "·");
    }

    private static String decoded(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(octets, GB18030);
        }
    }
}
