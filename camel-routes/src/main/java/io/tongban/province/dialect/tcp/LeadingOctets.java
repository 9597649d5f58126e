package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Frames with a constant before their length, in both directions. For layouts whose head has no places of a fixed width,
 * of which some could stand there.
 */
final class LeadingOctets implements Framing {
    private static final String BEFORE_LENGTH = "before-length";
    private static final String OCTETS = "0x";

    static final Option OPTION = new Option(
            BEFORE_LENGTH,
            Optional.of(""),
            Pattern.compile("0x([0-9A-F]{2}){1,32}|(?!0x)[!-~]{1,64}").asMatchPredicate(),
            "a text without blanks, or octets such as 0xA55A",
            false,
            Map.of(FRAME, "length", DialectNeeds.LAYOUT, "tlv|xml"));

    private final byte[] constant;
    private final LengthFrames frames;

    /** @param frames whose offset is the constant's length */
    private LeadingOctets(byte[] constant, LengthFrames frames) {
        this.constant = constant;
        this.frames = frames;
    }

    /**
     * The frames themselves where the profile has no constant before them.
     *
     * @throws IllegalArgumentException if it has both a constant and octets of the layout there
     */
    static Framing before(LengthFrames frames, ProvinceProfile profile) {
        String text = profile.options().find(BEFORE_LENGTH).orElse("");
        if (text.isEmpty()) {
            return frames;
        }
        if (frames.offset() > 0) {
            throw new IllegalArgumentException(profile.file() + ": \"" + BEFORE_LENGTH
                    + "\" and \"length-offset\" both say what stands before the length; remove one of them");
        }
        byte[] constant = text.startsWith(OCTETS)
                ? HexFormat.of().parseHex(text.substring(OCTETS.length()))
                : text.getBytes(profile.charset());
        return new LeadingOctets(constant, frames.behind(constant.length));
    }

    @Override
    public int most() {
        return frames.most() - constant.length;
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public String words() {
        return frames.words();
    }

    @Override
    public byte[] around(byte[] content) {
        byte[] whole = Arrays.copyOf(constant, constant.length + content.length);
        System.arraycopy(content, 0, whole, constant.length, content.length);
        return frames.around(whole);
    }

    @Override
    public List<Piece> around(List<Piece> content) {
        List<Piece> whole = new ArrayList<>(content);
        whole.add(0, new Piece(BEFORE_LENGTH, constant));
        return frames.around(whole);
    }

    @Override
    public byte @Nullable [] next(ByteBuf in, int most) {
        int there = Math.min(constant.length, in.readableBytes());
        for (int i = 0; i < there; i++) {
            if (in.getByte(in.readerIndex() + i) != constant[i]) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }
        byte[] frame = frames.next(in, most + constant.length);
        return frame == null ? null : Arrays.copyOfRange(frame, constant.length, frame.length);
    }
}
