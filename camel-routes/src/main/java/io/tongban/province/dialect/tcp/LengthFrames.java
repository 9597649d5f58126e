package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames with their length in them.
 *
 * @param octets how many the length has
 * @param offset how many octets of the layout stand before the length
 * @param countsItself whether it is the length of the whole frame, its own octets and those before it included, or of
 *     what follows it
 * @param zero the octet of the digit 0 in the profile's charset
 */
record LengthFrames(int octets, LengthForm form, int offset, boolean countsItself, byte zero) implements Framing {
    static final List<Option> OPTIONS = List.of(
            Option.usually("length-octets", "6", "2|4|6|8", "2, 4, 6 or 8").where(FRAME, "length"),
            Option.usually(
                            "length-form",
                            "digits",
                            "digits|binary|little-endian|bcd",
                            "digits, binary, little-endian or bcd")
                    .where(FRAME, "length"),
            Option.usually("length-offset", "0", "[0-9]{1,3}", "how many octets stand before the length, such as 4")
                    .where(FRAME, "length"),
            Option.usually("length-counts-itself", "no", "yes|no", "yes or no").where(FRAME, "length"));

    static LengthFrames of(Options options, Charset charset) {
        return new LengthFrames(
                options.number("length-octets"),
                LengthForm.of(options.text("length-form")),
                options.number("length-offset"),
                options.yes("length-counts-itself"),
                "0".getBytes(charset)[0]);
    }

    /** The same with so many octets before each length. */
    LengthFrames behind(int before) {
        return new LengthFrames(octets, form, before, countsItself, zero);
    }

    @Override
    public int most() {
        long told = form.most(octets);
        return (int) Math.min(Integer.MAX_VALUE - 1024, countsItself ? told - octets : told + offset);
    }

    @Override
    public int least() {
        return offset;
    }

    @Override
    public String words() {
        return "a length of " + octets + (form == LengthForm.DIGITS ? " digits" : " octets");
    }

    @Override
    public byte[] around(byte[] content) {
        long length = countsItself ? content.length + octets : content.length - offset;
        return ByteBuffer.allocate(content.length + octets)
                .put(content, 0, offset)
                .put(form.write(length, octets, zero))
                .put(content, offset, content.length - offset)
                .array();
    }

    @Override
    public List<Piece> around(List<Piece> content) {
        int size = content.stream().mapToInt(piece -> piece.octets().length).sum();
        byte[] length = Arrays.copyOfRange(around(new byte[size]), offset, offset + octets);
        List<Piece> whole = new ArrayList<>();
        int end = 0;
        for (Piece piece : content) {
            if (end == offset) {
                whole.add(new Piece("length", length));
            }
            whole.add(piece);
            end += piece.octets().length;
        }
        return whole;
    }

    @Override
    public byte @Nullable [] next(ByteBuf in, int most) {
        int there = Math.min(octets, in.readableBytes() - offset);
        if (there < octets) {
            refuse(form == LengthForm.DIGITS && there > 0 && digits(in, there) == LengthForm.NONE);
            return null;
        }
        long told = form.read(in, in.readerIndex() + offset, octets, zero);
        long content = countsItself ? told - octets : told + offset;
        refuse(told == LengthForm.NONE || content < offset || content > most);
        if (in.readableBytes() < content + octets) {
            return null;
        }
        byte[] frame = new byte[(int) content];
        in.readBytes(frame, 0, offset).skipBytes(octets).readBytes(frame, offset, frame.length - offset);
        return frame;
    }

    /** A length that cannot become one is known before its last digit. */
    private long digits(ByteBuf in, int there) {
        return form.read(in, in.readerIndex() + offset, there, zero);
    }

    private static void refuse(boolean wrong) {
        if (wrong) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }
}
