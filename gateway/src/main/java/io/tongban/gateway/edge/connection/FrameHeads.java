package io.tongban.gateway.edge.connection;

import io.netty.buffer.ByteBuf;
import java.util.function.Predicate;

/** Finds the frames in a client's side of an HTTP/2 connection: RFC 9113, sections 3.4 and 4.1. Reads nothing else. */
final class FrameHeads {
    private static final int PREFACE = 24;
    private static final int HEAD = 9;

    private final byte[] head = new byte[HEAD];
    private int inHead;
    private int toSkip = PREFACE;

    /**
     * A frame's head.
     *
     * @param length of what follows
     */
    record Frame(int length, int type, int flags) {}

    /** Shows each frame that begins in these octets, until one is refused; whether none was. The octets stay unread. */
    boolean read(ByteBuf octets, Predicate<Frame> accepts) {
        int at = octets.readerIndex();
        int end = octets.writerIndex();
        while (at < end) {
            int skipped = Math.min(toSkip, end - at);
            toSkip -= skipped;
            at += skipped;
            while (at < end && toSkip == 0 && inHead < HEAD) {
                head[inHead++] = octets.getByte(at++);
            }
            if (inHead == HEAD) {
                inHead = 0;
                Frame frame = frame();
                toSkip = frame.length();
                if (!accepts.test(frame)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Frame frame() {
        int length = ((head[0] & 0xff) << 16) | ((head[1] & 0xff) << 8) | (head[2] & 0xff);
        return new Frame(length, head[3] & 0xff, head[4] & 0xff);
    }
}
