package io.tongban.province.dialect.file;

import io.tongban.province.dialect.WireText;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;

/** A row as text: fields one after the other, with a delimiter between them and no quoting. */
final class RowText {
    private final WireText wire;
    private final String delimiter;
    private final Pattern split;

    /** @throws IllegalStateException if the charset has no such delimiter */
    RowText(Charset charset, String delimiter) {
        if (!charset.newEncoder().canEncode(delimiter)) {
            throw new IllegalStateException("the delimiter is not in " + charset);
        }
        this.wire = new WireText(charset);
        this.delimiter = delimiter;
        this.split = Pattern.compile(Pattern.quote(delimiter));
    }

    /** Whether a value arrives whole: every character is in the charset, and none would end the field or the row. */
    boolean carries(String value) {
        return !value.isEmpty() && value.equals(value.strip()) && isOneField(value) && wire.carries(value);
    }

    /** Whether nothing in it would end the field or the row. */
    boolean isOneField(String value) {
        return !value.contains(delimiter) && value.chars().noneMatch(Character::isISOControl);
    }

    /** A row's octets in the file. */
    byte[] octets(String row) throws CharacterCodingException {
        return wire.encode(row);
    }

    String join(List<String> values) {
        return String.join(delimiter, values);
    }

    List<String> split(String row) {
        return List.of(split.split(row, -1));
    }
}
