package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fields in places of fixed width: text padded right with blanks, numbers left with zeros. A width counts octets of the
 * charset or characters, as {@code limits.widths-in} says.
 */
final class FixedRow implements RowText {
    /** Of ours. */
    private static final int SERIAL_LENGTH = 20;

    private final WireText wire;
    private final boolean inBytes;

    /** @throws IllegalStateException if a serial has no room, or the profile says widths twice */
    FixedRow(ProvinceProfile profile) {
        this.wire = new WireText(profile.charset());
        this.inBytes = profile.limits().widthsInBytes();
        if (!profile.limits().widths().isEmpty()) {
            throw new IllegalStateException(
                    profile.file() + ": limits.widths has no effect; a fixed layout has the widths, remove it");
        }
        int serial = profile.formats().written("0".repeat(SERIAL_LENGTH)).length();
        Stream.concat(profile.heads().request().stream(), profile.heads().reply().stream())
                .filter(slot -> slot.field() == Field.SERIAL && slot.width() < serial)
                .findFirst()
                .ifPresent(slot -> {
                    throw new IllegalStateException(profile.file() + ": \"serial " + slot.width()
                            + "\" is too narrow; a serial as formats.serial says has " + serial + " characters");
                });
    }

    @Override
    public boolean carries(String value, Slot slot) {
        return !value.isEmpty()
                && value.equals(value.strip())
                && isOneField(value)
                && wire.carries(value)
                && length(value) <= slot.width();
    }

    private int length(String value) {
        return inBytes ? wire.octets(value) : value.codePointCount(0, value.length());
    }

    @Override
    public boolean isOneField(String value) {
        return value.chars().noneMatch(Character::isISOControl);
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
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            row.append(padded(slots.get(i), values.get(i)));
        }
        return row.toString();
    }

    private String padded(Slot slot, String value) {
        int padding = slot.width() - length(value);
        return slot.field().digits() && !value.isEmpty() ? "0".repeat(padding) + value : value + " ".repeat(padding);
    }

    /** A row that is shorter or longer is none: where it was cut, a number would be read as another. */
    @Override
    public List<String> split(List<Slot> slots, byte[] row) {
        List<String> cells = inBytes ? byOctets(slots, row) : byCharacters(slots, text(row));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            values.add(slots.get(i).field().digits() ? number(cells.get(i)) : cells.get(i));
        }
        return values;
    }

    private List<String> byOctets(List<Slot> slots, byte[] row) {
        if (row.length != width(slots)) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        int at = 0;
        for (Slot slot : slots) {
            cells.add(wire.unpadded(Arrays.copyOfRange(row, at, at + slot.width())));
            at += slot.width();
        }
        return cells;
    }

    private static List<String> byCharacters(List<Slot> slots, String row) {
        if (row.codePointCount(0, row.length()) != width(slots)) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        int at = 0;
        for (Slot slot : slots) {
            int end = row.offsetByCodePoints(at, slot.width());
            cells.add(row.substring(at, end).stripTrailing());
            at = end;
        }
        return cells;
    }

    private static int width(List<Slot> slots) {
        return slots.stream().mapToInt(Slot::width).sum();
    }

    /** Without the zeros of its padding; what has a point or a sign is an amount, and what is none is its field's matter. */
    private static String number(String cell) {
        return cell.matches("[0-9]{1,18}") ? Long.toString(Long.parseLong(cell)) : cell;
    }

    @Override
    public boolean refuses(String line) {
        return line.startsWith(REFUSED + " ");
    }

    @Override
    public String usualTotal() {
        return "TOTAL{rows:8}{fen:18}";
    }

    @Override
    public List<Piece> pieces(List<Slot> slots, String row) throws CharacterCodingException {
        List<String> values = split(slots, octets(row));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Slot slot = slots.get(i);
            pieces.add(new Piece(slot.field().word(), octets(padded(slot, values.get(i)))));
        }
        return pieces;
    }
}
