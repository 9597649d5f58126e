package io.tongban.province.dialect.tcp;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Limits;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each field as its tag, the length of its value, and the value as it is, without padding. An answer may have them in
 * any order, and tags that the profile does not know; the fields of a list's rows come again for each row.
 */
final class TagLengthValue implements FrameLayout {
    static final List<Option> OPTIONS = List.of(
            Option.usually("value-length-octets", "3", "1|2|3|4", "1, 2, 3 or 4")
                    .where(DialectNeeds.LAYOUT, "tlv"),
            Option.usually(
                            "value-length-form",
                            "digits",
                            "digits|binary|little-endian|bcd",
                            "digits, binary," + " little-endian or bcd")
                    .where(DialectNeeds.LAYOUT, "tlv"));

    private final Charset charset;
    private final WireText wire;
    private final LengthForm form;
    private final int lengthOctets;
    private final int tagOctets;
    private final byte zero;
    private final Limits limits;
    private final Map<String, byte[]> tags = new HashMap<>();

    /**
     * @throws IllegalArgumentException if its tags are not of one length, one stands for two fields of a message, or a
     *     constant is longer than its length can say
     */
    TagLengthValue(ProvinceProfile profile) {
        this.charset = profile.charset();
        this.wire = new WireText(charset);
        this.form = LengthForm.of(profile.options().text("value-length-form"));
        this.lengthOctets = profile.options().number("value-length-octets");
        this.zero = "0".getBytes(charset)[0];
        this.limits = profile.limits();
        slots(profile).forEach(slot -> tags.computeIfAbsent(slot.element(), this::octets));
        Set<Integer> lengths = tags.values().stream().map(tag -> tag.length).collect(Collectors.toSet());
        if (lengths.size() != 1) {
            throw new IllegalArgumentException(
                    profile.file() + ": its tags are of " + lengths + " octets; write all of one length");
        }
        this.tagOctets = lengths.iterator().next();
        refuseTagsOfTwoFields(profile);
        refuseOctetsThatDelimit(profile);
        slots(profile).forEach(slot -> refuseTooLong(slot, profile.file()));
    }

    /** Its length would say less than stands there, and the rest would be read as the next tag. */
    private void refuseTooLong(Slot slot, String file) {
        if (encoded(slot.constant(), slot.field()).length > form.most(lengthOctets)) {
            throw new IllegalArgumentException(
                    file + ": the constant " + slot.constant() + " is longer than " + form.most(lengthOctets)
                            + " octets, the most that its length can say; write a greater value-length-octets");
        }
    }

    private static Stream<Slot> slots(ProvinceProfile profile) {
        return Stream.concat(
                Stream.of(profile.heads().request(), profile.heads().reply()).flatMap(List::stream),
                profile.transactions().values().stream()
                        .flatMap(each -> Stream.of(each.request(), each.reply(), each.row()))
                        .flatMap(List::stream));
    }

    private byte[] octets(String tag) {
        return tag.startsWith("0x") ? HexFormat.of().parseHex(tag.substring(2)) : tag.getBytes(charset);
    }

    private static void refuseTagsOfTwoFields(ProvinceProfile profile) {
        profile.transactions().values().forEach(each -> {
            refuseTwice(profile, Stream.of(profile.heads().request(), each.request()));
            refuseTwice(profile, Stream.of(profile.heads().reply(), each.reply(), each.row()));
        });
    }

    private static void refuseTwice(ProvinceProfile profile, Stream<List<Slot>> message) {
        Map<String, Field> seen = new HashMap<>();
        message.flatMap(List::stream).forEach(slot -> {
            Field other = seen.put(slot.element(), slot.field());
            if (other != null) {
                throw new IllegalArgumentException(profile.file() + ": the tag " + slot.element() + " stands for "
                        + other.word() + " and for " + slot.field().word() + " of one message; give each its own");
            }
        });
    }

    /** A length or a tag in binary can look like the end of the frame. */
    private void refuseOctetsThatDelimit(ProvinceProfile profile) {
        boolean controls = tags.values().stream().anyMatch(tag -> {
            for (byte octet : tag) {
                if (octet >= 0 && octet < ' ') {
                    return true;
                }
            }
            return false;
        });
        if (profile.options().text(Framing.FRAME).equals("delimiter") && (controls || form != LengthForm.DIGITS)) {
            throw new IllegalArgumentException(profile.file()
                    + ": a tag or a length of a value can have the octets of a delimiter in it; write"
                    + " value-length-form: digits and tags in letters and digits, or frame: length");
        }
    }

    @Override
    public void write(Request request, Map<Field, String> fields, RequestOctets out) {
        write(request.head(), fields, out);
        write(request.body(), fields, out);
    }

    private void write(List<Slot> slots, Map<Field, String> fields, RequestOctets out) {
        for (Slot slot : slots) {
            if (slot.leftOut(fields)) {
                continue;
            }
            String value = slot.value(fields);
            if (!slot.filler() && !carries(value, slot)) {
                throw new NotCarried(slot.field());
            }
            byte[] bytes = encoded(value, slot.field());
            out.piece(slot.field().word());
            out.writeBytes(tag(slot));
            out.writeBytes(form.write(bytes.length, lengthOctets, zero));
            out.writeBytes(bytes);
        }
    }

    private byte[] tag(Slot slot) {
        return tags.getOrDefault(slot.element(), new byte[0]);
    }

    private byte[] encoded(String value, Field field) {
        try {
            return wire.encode(value);
        } catch (CharacterCodingException e) {
            throw new NotCarried(field);
        }
    }

    @Override
    public boolean carries(String text, Slot slot) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            return limits.holds(slot.field(), text, wire::octets)
                    && wire.encode(text).length <= form.most(lengthOctets)
                    && wire.carries(text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public Contents open(byte[] frame) {
        Map<String, List<byte[]>> values = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(frame);
        while (in.hasRemaining()) {
            String tag = HexFormat.of().formatHex(next(in, tagOctets));
            long length = form.read(next(in, lengthOctets), zero);
            values.computeIfAbsent(tag, first -> new ArrayList<>()).add(next(in, length));
        }
        return new Values(values);
    }

    private static byte[] next(ByteBuffer in, long octets) {
        if (octets < 0 || octets > in.remaining()) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        byte[] bytes = new byte[(int) octets];
        in.get(bytes);
        return bytes;
    }

    private final class Values implements Contents {
        private final Map<String, List<byte[]>> values;

        Values(Map<String, List<byte[]>> values) {
            this.values = values;
        }

        private List<byte[]> of(Slot slot) {
            return values.getOrDefault(HexFormat.of().formatHex(tag(slot)), List.of());
        }

        @Override
        public Map<Field, String> head(List<Slot> slots) {
            return take(slots);
        }

        @Override
        public Map<Field, String> body(List<Slot> slots) {
            return take(slots);
        }

        /** A field that is there twice has no value: one of them is wrong, and nobody knows which. */
        private Map<Field, String> take(List<Slot> slots) {
            Map<Field, String> fields = new EnumMap<>(Field.class);
            for (Slot slot : slots) {
                List<byte[]> found = of(slot);
                if (found.size() > 1) {
                    throw CallFailed.unreadableAt(slot.field());
                }
                String text = found.isEmpty() ? "" : text(found.get(0), slot.field());
                if (slot.filler()) {
                    Fillers.require(slot, text);
                } else {
                    fields.put(slot.field(), text);
                }
            }
            return fields;
        }

        /** Every field of a row has to be there as often as there are rows, empty where it says nothing. */
        @Override
        public List<Map<Field, String>> rows(List<Slot> slots, String count) {
            if (slots.isEmpty()) {
                return List.of();
            }
            int rows = slots.stream().mapToInt(slot -> of(slot).size()).max().orElse(0);
            if (!count.isBlank() && Long.parseLong(count) != rows) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            List<Map<Field, String>> read = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                Map<Field, String> fields = new EnumMap<>(Field.class);
                for (Slot slot : slots) {
                    if (of(slot).size() != rows) {
                        throw CallFailed.unreadableAt(slot.field());
                    }
                    String text = text(of(slot).get(row), slot.field());
                    if (slot.filler()) {
                        Fillers.require(slot, text);
                    } else {
                        fields.put(slot.field(), text);
                    }
                }
                read.add(fields);
            }
            return read;
        }

        @Override
        public void end() {
            // Whatever else it says was not asked for.
        }
    }

    private String text(byte[] octets, Field field) {
        String text = wire.decodeAsFarAsPossible(octets).strip();
        if (!field.digits() || text.isEmpty()) {
            return text;
        }
        if (field.money() && text.matches(FixedWidth.AMOUNT)) {
            return text;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw CallFailed.unreadableAt(field);
        }
        return Long.toString(Long.parseLong(text));
    }
}
