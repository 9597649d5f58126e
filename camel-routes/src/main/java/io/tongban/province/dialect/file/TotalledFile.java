package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows with their total below, on the far side. It is read twice, as a stream: once for its total, and then,
 * if that is right, row by row. Of it a few lines and the first octets are kept here, and nothing on disk.
 */
final class TotalledFile {
    private static final int BUFFER = 32 * 1024;
    private static final int MOST_NOTED = 1024;

    private final Source source;
    private final RowText text;
    private final Bounds bounds;
    private byte[] checked = {};
    /** Where reading stands; empty before the first line. */
    private byte[] line = {};

    private byte[] firstRow = {};
    private byte[] firstOctets = {};

    TotalledFile(Source source, RowText text, Bounds bounds) {
        this.source = source;
        this.text = text;
        this.bounds = bounds;
    }

    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** @param beforeEach done before each line */
    record Bounds(int lineBytes, long lines, Frame frame, Wrapping wrapping, Runnable beforeEach) {}

    /**
     * Checks the total.
     *
     * @param fen what a row adds to the total; throws {@link CallFailed} as unreadable if it is no row
     * @return false if the file is no rows but one line that refuses all
     * @throws CallFailed as unreadable if any line is, or the total is wrong or missing
     */
    boolean check(ToLongFunction<byte[]> fen) throws IOException {
        long[] sum = new long[2];
        String total = walk(row -> {
            sum[0]++;
            sum[1] += fen.applyAsLong(row);
        });
        if (sum[0] == 0 && text.refuses(total)) {
            return false;
        }
        OptionalLong rows = bounds.frame().total().number(total, RowPattern.ROWS);
        OptionalLong all = bounds.frame().total().number(total, RowPattern.FEN);
        if (rows.isEmpty() || all.isEmpty() || rows.getAsLong() != sum[0] || all.getAsLong() != sum[1]) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        line = firstRow;
        return true;
    }

    /**
     * What has to be shown where it cannot be read: the line at which reading ended, or the file's first octets if it
     * did not come to one; once it was checked, its first row.
     */
    byte[] heard() {
        return line.length == 0 ? firstOctets : line;
    }

    /** @throws CallFailed after the last row, if the file is not the one that was checked */
    void rows(Consumer<byte[]> taker) throws IOException {
        byte[] before = checked;
        walk(taker);
        if (!MessageDigest.isEqual(before, checked)) {
            throw new CallFailed(UnknownCause.CHANGED_WHILE_READ);
        }
    }

    /** Hands over each row, and returns the total. */
    private String walk(Consumer<byte[]> rows) throws IOException {
        MessageDigest digest = sha256();
        line = new byte[0];
        firstRow = new byte[0];
        try (InputStream raw = new DigestInputStream(source.open(), digest);
                InputStream in = new BufferedInputStream(bounds.wrapping().unwrap(noted(raw)), BUFFER)) {
            LineCutter lines = new LineCutter(in, bounds.lineBytes(), bounds.lines());
            String total = text.text(handOver(lines, rows));
            checked = digest.digest();
            return total;
        } catch (ZipException | EOFException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    /** Whatever cannot unpack a file may have looked at two octets of it. */
    private InputStream noted(InputStream raw) throws IOException {
        firstOctets = raw.readNBytes(MOST_NOTED);
        return new SequenceInputStream(new ByteArrayInputStream(firstOctets), raw);
    }

    private byte[] handOver(LineCutter lines, Consumer<byte[]> rows) throws IOException {
        line = required(lines.next());
        boolean refused = new String(line, StandardCharsets.ISO_8859_1).startsWith(RowText.REFUSED);
        if (bounds.frame().header().isPresent() && !refused) {
            requireHeader(text.text(line));
            line = required(lines.next());
        }
        byte[] first = line;
        if (bounds.frame().totalFirst() && !refused) {
            for (byte[] next = lines.next(); next != null; next = lines.next()) {
                line = next;
                take(next, rows);
            }
            line = first;
            return first;
        }
        for (byte[] next = lines.next(); next != null; next = lines.next()) {
            take(line, rows);
            line = next;
        }
        return line;
    }

    private void take(byte[] row, Consumer<byte[]> rows) {
        if (firstRow.length == 0) {
            firstRow = row;
        }
        bounds.beforeEach().run();
        rows.accept(row);
    }

    private void requireHeader(String first) {
        if (bounds.frame().header().filter(header -> header.fits(first)).isEmpty()) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private static byte[] required(byte @Nullable [] line) {
        if (line == null) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return line;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
