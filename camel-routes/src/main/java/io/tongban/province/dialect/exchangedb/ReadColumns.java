package io.tongban.province.dialect.exchangedb;

import java.nio.charset.StandardCharsets;

/**
 * What was read of the rows of one look, for the one who has to be shown why they cannot be read: lines {@code
 * column=value}, and an empty line between two rows, as the check reads them. Silent in {@link #toString()}, because a
 * province may put anything anywhere.
 */
final class ReadColumns {
    /** Characters; a day's items have many more. */
    private static final int MOST = 4096;

    private final StringBuilder lines = new StringBuilder();

    void column(String name, String text) {
        if (lines.length() < MOST) {
            lines.append(name).append('=').append(text).append('\n');
        }
    }

    void rowEnded() {
        if (lines.length() < MOST) {
            lines.append('\n');
        }
    }

    byte[] octets() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ReadColumns[…]";
    }
}
