package io.tongban.province.dialect.tcp;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Slot;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fields of fixed width: text padded right with blanks, by bytes; numbers padded left with zeros. */
final class FixedWidth {
    private final WireText wire;

    FixedWidth(Charset charset) {
        this.wire = new WireText(charset);
    }

    /** @throws NotCarried if a value is missing or does not fit */
    void write(List<Slot> slots, Map<Field, String> fields, RequestOctets out) {
        for (Slot slot : slots) {
            out.piece(slot.field().word());
            byte[] bytes = bytes(slot, fields.getOrDefault(slot.field(), ""));
            int padding = slot.width() - bytes.length;
            if (slot.field().digits()) {
                fill(out, '0', padding);
                out.writeBytes(bytes);
            } else {
                out.writeBytes(bytes);
                fill(out, ' ', padding);
            }
        }
    }

    /** Whether the text arrives whole: no character lost, none cut, no blank that padding would swallow. */
    boolean carries(String text, int width) {
        if (text.isEmpty() || !text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            return wire.encode(text).length <= width && wire.carries(text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** @throws CallFailed as unreadable if a field is cut off, or a number is none */
    Map<Field, String> read(List<Slot> slots, ByteBuffer in) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Slot slot : slots) {
            if (in.remaining() < slot.width()) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            byte[] bytes = new byte[slot.width()];
            in.get(bytes);
            fields.put(slot.field(), slot.field().digits() ? number(bytes) : text(bytes));
        }
        return fields;
    }

    private byte[] bytes(Slot slot, String value) {
        boolean fits = slot.field().digits()
                ? value.matches("[0-9]+") && value.length() <= slot.width()
                : carries(value, slot.width());
        if (!fits) {
            throw new NotCarried(slot.field());
        }
        try {
            return wire.encode(value);
        } catch (CharacterCodingException e) {
            throw new NotCarried(slot.field());
        }
    }

    private static void fill(ByteArrayOutputStream out, char padding, int count) {
        for (int i = 0; i < count; i++) {
            out.write(padding);
        }
    }

    private static String number(byte[] bytes) {
        String digits = new String(bytes, StandardCharsets.ISO_8859_1);
        if (bytes.length > 18 || !digits.matches("[0-9]+")) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return Long.toString(Long.parseLong(digits));
    }

    /** Half a character at the end, where a field of the far side was cut by bytes, is dropped. */
    private String text(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        String text = wire.decodeAsFarAsPossible(Arrays.copyOf(bytes, end));
        while (text.endsWith("\uFFFD")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }
}
