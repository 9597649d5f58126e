package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames between octets that no text has: control characters, but for the two by which EBCDIC shifts to Chinese and
 * back. So what is written never ends a frame early.
 */
final class DelimitedFrames implements Framing {
    private static final String CONTROLS = "(0[0-9A-Da-d]|1[0-9A-Fa-f]){1,4}";

    static final List<Option> OPTIONS = List.of(
            Option.usually("frame-start", "", CONTROLS, "one to four control characters in hex, such as 02")
                    .where(FRAME, "delimiter"),
            Option.required("frame-end", CONTROLS, "one to four control characters in hex, such as 03")
                    .where(FRAME, "delimiter"));

    /** May be empty. */
    private final byte[] start;

    private final byte[] end;

    DelimitedFrames(Options options) {
        this.start = octets(options, "frame-start");
        this.end = octets(options, "frame-end");
    }

    private static byte[] octets(Options options, String name) {
        return HexFormat.of().parseHex(options.text(name));
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE - start.length - end.length;
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public String words() {
        return "delimiters";
    }

    @Override
    public byte[] around(byte[] content) {
        return ByteBuffer.allocate(start.length + content.length + end.length)
                .put(start)
                .put(content)
                .put(end)
                .array();
    }

    @Override
    public List<Piece> around(List<Piece> content) {
        List<Piece> whole = new ArrayList<>(content);
        if (start.length > 0) {
            whole.add(0, new Piece("frame-start", start));
        }
        whole.add(new Piece("frame-end", end));
        return whole;
    }

    @Override
    public byte @Nullable [] next(ByteBuf in, int most) {
        int first = Math.min(start.length, in.readableBytes());
        for (int i = 0; i < first; i++) {
            if (in.getByte(in.readerIndex() + i) != start[i]) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }
        ByteBuf content = in.slice(in.readerIndex() + first, in.readableBytes() - first);
        int length = first < start.length ? -1 : ByteBufUtil.indexOf(Unpooled.wrappedBuffer(end), content);
        if (length > most || (length < 0 && content.readableBytes() > most + end.length)) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        if (length < 0) {
            return null;
        }
        byte[] frame = new byte[length];
        in.skipBytes(start.length).readBytes(frame).skipBytes(end.length);
        return frame;
    }
}
