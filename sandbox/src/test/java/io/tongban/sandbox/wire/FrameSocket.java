package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/2 connection over TLS whose frames the test writes and reads by itself: RFC 9113, section 4.1. */
final class FrameSocket implements AutoCloseable {
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int END_STREAM = 0x1;
    static final int END_HEADERS = 0x4;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int HEAD = 9;
    /** Literal without indexing, with a name of its own: RFC 7541, section 6.2.2. */
    private static final int LITERAL = 0;
    /** What does not fit into the seven bits of a length goes on in the next octet: RFC 7541, section 5.1. */
    private static final int LONG = 127;

    private final SSLSocket socket;
    private final DataInputStream in;

    /** @param code the last four octets of a RST_STREAM or GOAWAY without debug data, 0 of any other frame */
    record Frame(int type, int stream, int code) {}

    private FrameSocket(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** From this address of the machine, with the client's preface sent. */
    static FrameSocket from(String address, TestSandbox sandbox) throws IOException {
        URI gateway = URI.create(sandbox.stack().httpsGateway().toString());
        SSLSocket socket = (SSLSocket) sandbox.stack()
                .authority()
                .clientContext()
                .getSocketFactory()
                .createSocket(gateway.getHost(), gateway.getPort(), InetAddress.getByName(address), 0);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
        FrameSocket frames = new FrameSocket(socket);
        frames.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        frames.write(frame(SETTINGS, 0, 0, new byte[0]));
        return frames;
    }

    static byte[] frame(int type, int flags, int stream, byte[] content) {
        return ByteBuffer.allocate(HEAD + content.length)
                .put((byte) (content.length >> 16))
                .putShort((short) content.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(content)
                .array();
    }

    /** @param flags {@link #END_STREAM} for a request without body */
    static byte[] head(int stream, int flags, Call call) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        field(block, ":method", call.method());
        field(block, ":scheme", "https");
        field(block, ":authority", call.base().getAuthority());
        field(block, ":path", call.target());
        call.fields().forEach((name, value) -> field(block, name, value));
        return frame(HEADERS, flags | END_HEADERS, stream, block.toByteArray());
    }

    /** All octets at once, in one record where they fit, so that nothing is written any more once they are refused. */
    void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /** The next frame, or nothing where the connection ended. */
    Optional<Frame> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int length = first << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.readUnsignedByte();
        int stream = in.readInt();
        ByteBuffer content = ByteBuffer.wrap(in.readNBytes(length));
        int code = type == GOAWAY ? content.getInt(4) : type == RST_STREAM ? content.getInt(0) : 0;
        return Optional.of(new Frame(type, stream, code));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(LITERAL);
        text(block, name);
        text(block, value);
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
