package io.tongban.sandbox.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Frames of HTTP/2 one after the other, RFC 9113, section 6, senseless ones included. */
final class Http2Frames {
    private static final int HEAD = 9;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 0x1;
    private static final int END_HEADERS = 0x4;
    private static final int CANCEL = 8;
    private static final int INITIAL_WINDOW_SIZE = 4;
    /** Literal without indexing, with a name of its own: RFC 7541, section 6.2.2. */
    private static final int LITERAL = 0;
    /** The longest length that fits into seven bits. */
    private static final int SHORT = 126;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /** What a client begins with. */
    static Http2Frames preface() {
        Http2Frames frames = new Http2Frames();
        frames.octets.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
        return frames.settings();
    }

    /** The client's stream of this number, from 0. */
    static int stream(int number) {
        return 2 * number + 1;
    }

    Http2Frames settings() {
        return frame(SETTINGS, 0, 0, new byte[0]);
    }

    /** No octet of any answer's body may be sent. */
    Http2Frames closedWindow() {
        return frame(SETTINGS, 0, 0, new byte[] {0, INITIAL_WINDOW_SIZE, 0, 0, 0, 0});
    }

    Http2Frames ping() {
        return frame(PING, 0, 0, new byte[8]);
    }

    Http2Frames get(int stream, String authority, String path) {
        return frame(HEADERS, END_STREAM | END_HEADERS, stream, head("GET", authority, path, ""));
    }

    /** A request whose body is still to come. */
    Http2Frames post(int stream, String authority, String path, String token) {
        return frame(HEADERS, END_HEADERS, stream, head("POST", authority, path, token));
    }

    /** A head that does not end with its frame. */
    Http2Frames endlessGet(int stream, String authority, String path) {
        return frame(HEADERS, END_STREAM, stream, head("GET", authority, path, ""));
    }

    Http2Frames continuation(int stream) {
        return frame(CONTINUATION, 0, stream, new byte[0]);
    }

    Http2Frames data(int stream, byte[] body) {
        return frame(DATA, 0, stream, body);
    }

    Http2Frames reset(int stream) {
        return frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, CANCEL});
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(octets.toByteArray());
    }

    private Http2Frames frame(int type, int flags, int stream, byte[] payload) {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        head.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        head.put((byte) type).put((byte) flags).putInt(stream);
        octets.writeBytes(head.array());
        octets.writeBytes(payload);
        return this;
    }

    private static byte[] head(String method, String authority, String path, String token) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        field(block, ":method", method);
        field(block, ":scheme", "https");
        field(block, ":authority", authority);
        field(block, ":path", path);
        if (!token.isEmpty()) {
            field(block, "authorization", "Bearer " + token);
            field(block, "content-type", "application/json");
        }
        return block.toByteArray();
    }

    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(LITERAL);
        text(block, name);
        text(block, value);
    }

    /** RFC 7541, section 5.2, without Huffman's code; lengths by section 5.1. */
    private static void text(ByteArrayOutputStream block, String text) {
        int rest = text.length() - SHORT - 1;
        block.write(Math.min(text.length(), SHORT + 1));
        if (rest >= 0) {
            while (rest >= 0x80) {
                block.write((rest & 0x7f) | 0x80);
                rest >>= 7;
            }
            block.write(rest);
        }
        block.writeBytes(text.getBytes(ISO_8859_1));
    }
}
