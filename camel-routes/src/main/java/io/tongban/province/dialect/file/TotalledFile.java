package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows with their total below, on the far side. It is read twice, as a stream: once for its total, and then,
 * if that is right, row by row. Nothing of it is ever kept here, in memory or on disk.
 */
final class TotalledFile {
    private static final int BUFFER = 32 * 1024;

    private final Source source;
    private final RowText text;
    private final Bounds bounds;
    private byte[] checked = {};

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
    record Bounds(Charset charset, int lineBytes, long lines, Runnable beforeEach) {}

    /**
     * Checks the total.
     *
     * @param fen what a row adds to the total; throws {@link CallFailed} as unreadable if it is no row
     * @return false if the file is no rows but one line that refuses all
     * @throws CallFailed as unreadable if any line is, or the total is wrong or missing
     */
    boolean check(ToLongFunction<List<String>> fen) throws IOException {
        long[] total = new long[2];
        List<String> last = walk(row -> {
            total[0]++;
            total[1] += fen.applyAsLong(row);
        });
        if (last.size() != 3) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        if (total[0] == 0 && last.get(0).equals("REFUSED")) {
            return false;
        }
        if (!last.get(0).equals("TOTAL") || number(last.get(1)) != total[0] || number(last.get(2)) != total[1]) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return true;
    }

    /** @throws CallFailed after the last row, if the file is not the one that was checked */
    void rows(Consumer<List<String>> taker) throws IOException {
        byte[] before = checked;
        walk(taker);
        if (!MessageDigest.isEqual(before, checked)) {
            throw new CallFailed(UnknownCause.CHANGED_WHILE_READ);
        }
    }

    /** Hands over each line but the last, and returns that. */
    private List<String> walk(Consumer<List<String>> rows) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new BufferedInputStream(new DigestInputStream(source.open(), digest), BUFFER)) {
            LineCutter lines = new LineCutter(in, bounds.charset(), bounds.lineBytes(), bounds.lines());
            String line = lines.next();
            for (String next = lines.next(); next != null; next = lines.next()) {
                bounds.beforeEach().run();
                rows.accept(split(line));
                line = next;
            }
            checked = digest.digest();
            return split(line);
        }
    }

    private List<String> split(@Nullable String line) {
        if (line == null) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return text.split(line);
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return Long.parseLong(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
