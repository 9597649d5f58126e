package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fields one after the other, with a delimiter between them and no quoting. */
final class DelimitedRow implements RowText {
    private final WireText wire;
    private final String delimiter;
    private final Pattern split;

    /** @throws IllegalStateException if the charset has no such delimiter */
    DelimitedRow(Charset charset, String delimiter) {
        if (!charset.newEncoder().canEncode(delimiter)) {
            throw new IllegalStateException("the delimiter is not in " + charset);
        }
        this.wire = new WireText(charset);
        this.delimiter = delimiter;
        this.split = Pattern.compile(Pattern.quote(delimiter));
    }

    @Override
    public boolean carries(String value, Slot slot) {
        return carries(value);
    }

    boolean carries(String value) {
        return !value.isEmpty() && value.equals(value.strip()) && isOneField(value) && wire.carries(value);
    }

    @Override
    public boolean isOneField(String value) {
        return !value.contains(delimiter) && value.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public byte[] octets(String row) throws CharacterCodingException {
        return wire.encode(row);
    }

    @Override
    public String text(byte[] line) {
        try {
            return wire.decode(ByteBuffer.wrap(line));
        } catch (CharacterCodingException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    @Override
    public String join(List<Slot> slots, List<String> values) {
        return String.join(delimiter, values);
    }

    @Override
    public List<String> split(List<Slot> slots, byte[] row) {
        return split(text(row));
    }

    private List<String> split(String row) {
        return List.of(split.split(row, -1));
    }

    /** {@code REFUSED|code|message}. */
    @Override
    public boolean refuses(String line) {
        List<String> values = split(line);
        return values.size() == 3 && values.get(0).equals(REFUSED);
    }

    @Override
    public String usualTotal() {
        return String.join(delimiter, "TOTAL", "{rows}", "{fen}");
    }

    @Override
    public List<Piece> pieces(List<Slot> slots, String row) throws CharacterCodingException {
        List<String> values = split(row);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                pieces.add(new Piece("delimiter", octets(delimiter)));
            }
            pieces.add(new Piece(slots.get(i).field().word(), octets(values.get(i))));
        }
        return pieces;
    }
}
