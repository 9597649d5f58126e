package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the far side knows where a frame begins and where it ends. */
sealed interface Framing permits LengthFrames, LeadingOctets, DelimitedFrames {
    String FRAME = "frame";

    List<Option> OPTIONS = Stream.of(
                    Stream.of(Option.usually(FRAME, "length", "length|delimiter", "length or delimiter")),
                    LengthFrames.OPTIONS.stream(),
                    Stream.of(LeadingOctets.OPTION),
                    DelimitedFrames.OPTIONS.stream())
            .flatMap(options -> options)
            .toList();

    static Framing of(ProvinceProfile profile) {
        return profile.options().text(FRAME).equals("delimiter")
                ? new DelimitedFrames(profile.options())
                : LeadingOctets.before(LengthFrames.of(profile.options(), profile.charset()), profile);
    }

    /** The most octets that a frame can hold. */
    int most();

    /** Completes "cannot be told by …". */
    String words();

    /** The whole frame around so many octets, at least {@link #least()} and at most {@link #most()} of them. */
    byte[] around(byte[] content);

    /** The same in pieces, for whoever wants to see what is what. */
    List<Piece> around(List<Piece> content);

    /** The fewest octets that a frame holds. */
    int least();

    /**
     * Takes the first frame out of what has arrived.
     *
     * @param most octets that a frame may hold here
     * @return what the frame holds; absent as long as it is not there whole
     * @throws io.tongban.province.dialect.CallFailed as unreadable as soon as it is no frame, or too long
     */
    byte @Nullable [] next(ByteBuf in, int most);
}
