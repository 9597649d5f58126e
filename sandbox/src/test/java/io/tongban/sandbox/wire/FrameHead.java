package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A request's head over HTTP/2, line by line, so that each of them can be made wrong. Immutable. */
record FrameHead(List<Line> lines) {
    /** Literal without indexing, with a name of its own: RFC 7541, section 6.2.2. */
    private static final int LITERAL = 0;
    /** What does not fit into the seven bits of a length goes on in the next octet: RFC 7541, section 5.1. */
    private static final int LONG = 127;

    /** A field or a pseudo-header field; the text is octets. */
    record Line(String name, String value) {}

    static FrameHead of(Call call) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(":method", call.method()));
        lines.add(new Line(":scheme", "https"));
        lines.add(new Line(":authority", call.base().getAuthority()));
        lines.add(new Line(":path", call.target()));
        call.fields().forEach((name, value) -> lines.add(new Line(name, value)));
        return new FrameHead(lines);
    }

    FrameHead first(String name, String value) {
        List<Line> changed = new ArrayList<>(List.of(new Line(name, value)));
        changed.addAll(lines);
        return new FrameHead(changed);
    }

    FrameHead last(String name, String value) {
        List<Line> changed = new ArrayList<>(lines);
        changed.add(new Line(name, value));
        return new FrameHead(changed);
    }

    FrameHead without(String name) {
        return new FrameHead(
                lines.stream().filter(line -> !line.name().equals(name)).toList());
    }

    /** In the place where it stands. */
    FrameHead replacing(String name, String value) {
        return new FrameHead(lines.stream()
                .map(line -> line.name().equals(name) ? new Line(name, value) : line)
                .toList());
    }

    /** @param flags {@link FrameSocket#END_STREAM} for a request without body */
    byte[] frame(int stream, int flags) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (Line line : lines) {
            block.write(LITERAL);
            text(block, line.name());
            text(block, line.value());
        }
        return FrameSocket.frame(FrameSocket.HEADERS, flags | FrameSocket.END_HEADERS, stream, block.toByteArray());
    }

    private static void text(ByteArrayOutputStream block, String text) {
        int rest = text.length() - LONG;
        block.write(Math.min(text.length(), LONG));
        if (rest >= 0) {
            while (rest > LONG) {
                block.write(rest & LONG | LONG + 1);
                rest >>= 7;
            }
            block.write(rest);
        }
        block.writeBytes(text.getBytes(ISO_8859_1));
    }
}
