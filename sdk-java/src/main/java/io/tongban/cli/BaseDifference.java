package io.tongban.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where two signature bases part.
 *
 * @param offset of the first octet that differs, from 0
 * @param computed the base as the receiver computes it
 * @param signed the base as the signer has it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BaseDifference(int offset, byte[] computed, byte[] signed) {
    private static final int SHOWN = 60;

    static Optional<BaseDifference> between(String computed, byte[] signed) {
        byte[] own = computed.getBytes(US_ASCII);
        int offset = Arrays.mismatch(own, signed);
        return offset < 0 ? Optional.empty() : Optional.of(new BaseDifference(offset, own, signed));
    }

    /** As {@link #between}, of a base that was kept with a star for each digit of a personal number. */
    static Optional<BaseDifference> besideMasks(String computed, byte[] signed) {
        byte[] own = computed.getBytes(US_ASCII);
        byte[] masked = signed.clone();
        for (int i = 0; i < Math.min(own.length, masked.length); i++) {
            if (own[i] == '*' && isDigit(masked[i])) {
                masked[i] = '*';
            }
        }
        return between(computed, masked);
    }

    /** With the last character that a citizen number may have. */
    private static boolean isDigit(byte octet) {
        return (octet >= '0' && octet <= '9') || octet == 'X' || octet == 'x';
    }

    /** For a screen; whatever octets there are, only printable ones reach it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("first difference at octet " + offset + ", in line " + line() + " (" + component() + "): "
                + octet(computed) + " here, " + octet(signed) + " in yours");
        lines.add("  computed " + around(computed));
        lines.add("  yours    " + around(signed));
        lines.add("           " + " ".repeat(Math.min(offset - lineStart(), SHOWN)) + "^");
        hint().ifPresent(lines::add);
        return lines;
    }

    private Optional<String> hint() {
        if (offset == computed.length && onlyLineEnds(signed, offset)) {
            return Optional.of("  Yours goes on after the last line: there is no line end after it.");
        }
        if (offset < signed.length && signed[offset] == '\r') {
            return Optional.of("  Yours ends its lines with CR LF: a base has LF alone.");
        }
        return Optional.empty();
    }

    private static boolean onlyLineEnds(byte[] octets, int from) {
        return new String(octets, from, octets.length - from, UTF_8).isBlank();
    }

    private int line() {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += computed[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private int lineStart() {
        int start = Math.min(offset, computed.length);
        while (start > 0 && computed[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** The name at the start of the line, as the receiver has it. */
    private String component() {
        int start = lineStart();
        String line = new String(computed, start, computed.length - start, US_ASCII).split("\n", 2)[0];
        int colon = line.indexOf(": ");
        return colon < 0 ? "after the last line" : line.substring(0, colon);
    }

    private String octet(byte[] octets) {
        if (offset >= octets.length) {
            return "the end";
        }
        int octet = octets[offset] & 0xff;
        String shown = octet > 0x20 && octet < 0x7f ? " '" + (char) octet + "'" : "";
        return String.format("0x%02x", octet) + shown;
    }

    /** From the start of the line, or, in a long one, from a little before the difference. */
    private String around(byte[] octets) {
        int start = Math.max(lineStart(), offset - SHOWN);
        StringBuilder text = new StringBuilder();
        for (int i = start; i < octets.length && i < offset + SHOWN / 2 && octets[i] != '\n'; i++) {
            int octet = octets[i] & 0xff;
            text.append(octet >= 0x20 && octet < 0x7f ? (char) octet : '?');
        }
        return text.toString();
    }
}
