package io.tongban.province.dialect.tcp;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Slot;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fields of fixed width: text padded right with blanks, by bytes; numbers padded left with zeros. */
final class FixedWidth implements FrameLayout {
    static final String AMOUNT = "\\+?[0-9]{1,24}(\\.[0-9]{1,6})?";

    private final WireText wire;
    private final byte blank;
    private final byte zero;

    FixedWidth(Charset charset) {
        this.wire = new WireText(charset);
        this.blank = " ".getBytes(charset)[0];
        this.zero = "0".getBytes(charset)[0];
    }

    @Override
    public void write(Request request, Map<Field, String> fields, RequestOctets out) {
        write(request.head(), fields, out);
        write(request.body(), fields, out);
    }

    void write(List<Slot> slots, Map<Field, String> fields, RequestOctets out) {
        for (Slot slot : slots) {
            out.piece(slot.field().word());
            if (slot.leftOut(fields)) {
                fill(out, blank, slot.width());
                continue;
            }
            byte[] bytes = bytes(slot, slot.value(fields));
            int padding = slot.width() - bytes.length;
            if (slot.field().digits()) {
                fill(out, zero, padding);
                out.writeBytes(bytes);
            } else {
                out.writeBytes(bytes);
                fill(out, blank, padding);
            }
        }
    }

    /** No character lost, none cut, no blank that padding would swallow. */
    @Override
    public boolean carries(String text, Slot slot) {
        return carries(text, slot.width());
    }

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

    @Override
    public Contents open(byte[] frame) {
        return new Sequence(ByteBuffer.wrap(frame));
    }

    private final class Sequence implements Contents {
        private final ByteBuffer in;

        Sequence(ByteBuffer in) {
            this.in = in;
        }

        @Override
        public Map<Field, String> head(List<Slot> slots) {
            return read(slots, in);
        }

        @Override
        public Map<Field, String> body(List<Slot> slots) {
            return read(slots, in);
        }

        @Override
        public List<Map<Field, String>> rows(List<Slot> slots, String count) {
            if (slots.isEmpty()) {
                // Its count means nothing here, and what takes no octets would end at no end of the frame.
                return List.of();
            }
            List<Map<Field, String>> rows = new ArrayList<>();
            for (long row = count.isBlank() ? 0 : Long.parseLong(count); row > 0; row--) {
                rows.add(read(slots, in));
            }
            return rows;
        }

        /** Padding may follow. */
        @Override
        public void end() {
            while (in.hasRemaining()) {
                byte next = in.get();
                if (next != 0 && next != blank) {
                    throw new CallFailed(UnknownCause.UNREADABLE);
                }
            }
        }
    }

    /** @throws CallFailed as unreadable if a field is cut off, or a number is none */
    Map<Field, String> read(List<Slot> slots, ByteBuffer in) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Slot slot : slots) {
            if (in.remaining() < slot.width()) {
                throw CallFailed.unreadableAt(slot.field());
            }
            byte[] bytes = new byte[slot.width()];
            in.get(bytes);
            if (slot.filler()) {
                Fillers.require(slot, wire.unpadded(bytes));
            } else {
                fields.put(slot.field(), slot.field().digits() ? number(bytes, slot.field()) : wire.unpadded(bytes));
            }
        }
        return fields;
    }

    private byte[] bytes(Slot slot, String value) {
        boolean fits = slot.field().digits()
                ? value.matches(AMOUNT) && fitsNumber(value, slot.width())
                : slot.filler() || carries(value, slot.width());
        if (!fits) {
            throw new NotCarried(slot.field());
        }
        try {
            return wire.encode(value);
        } catch (CharacterCodingException e) {
            throw new NotCarried(slot.field());
        }
    }

    /** Zeros before a sign are no number: one that stands in a wider place too would be another there. */
    private static boolean fitsNumber(String value, int width) {
        return value.startsWith("+") ? value.length() == width : value.length() <= width;
    }

    private static void fill(ByteArrayOutputStream out, byte padding, int count) {
        for (int i = 0; i < count; i++) {
            out.write(padding);
        }
    }

    private String number(byte[] bytes, Field field) {
        long number = 0;
        for (byte each : bytes) {
            int digit = (each & 0xFF) - (zero & 0xFF);
            if (bytes.length > 18 || digit < 0 || digit > 9) {
                return amount(bytes, field);
            }
            number = number * 10 + digit;
        }
        return Long.toString(number);
    }

    /** With a sign or a point it is an amount, of which the profile says how it is written. */
    private String amount(byte[] bytes, Field field) {
        String text = wire.decodeAsFarAsPossible(bytes);
        if (!field.money() || !text.matches(AMOUNT)) {
            throw CallFailed.unreadableAt(field);
        }
        return text;
    }
}
