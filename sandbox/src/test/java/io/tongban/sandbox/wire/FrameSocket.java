package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/2 connection over TLS whose frames the test writes and reads by itself: RFC 9113, section 4.1. */
final class FrameSocket implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int END_STREAM = 0x1;
    static final int END_HEADERS = 0x4;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int HEAD = 9;
    /** The flag of HEADERS that begin with another stream and a weight, as Vert.x writes them: section 6.2. */
    private static final int PRIORITY = 0x20;

    private static final int DEPENDENCY = 5;
    /** The first bit of a line that is in a table as it is: RFC 7541, section 6.1. */
    private static final int INDEXED = 0x80;

    private final SSLSocket socket;
    private final DataInputStream in;

    /**
     * A frame of the gateway's.
     *
     * @param code of a RST_STREAM or GOAWAY the error; of HEADERS the index of the first line in HPACK's static table, which
     *     is the status of the most usual; 0 of any other frame
     */
    record Frame(int type, int stream, int code) {}

    private FrameSocket(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** From this address of the machine, with the client's preface sent. */
    static FrameSocket from(String address, TestSandbox sandbox) throws IOException {
        return to(
                sandbox.stack().httpsGateway(),
                sandbox.stack().authority().clientContext(),
                InetAddress.getByName(address));
    }

    static FrameSocket to(URI gateway, SSLContext trust, InetAddress from) throws IOException {
        SSLSocket socket =
                (SSLSocket) trust.getSocketFactory().createSocket(gateway.getHost(), gateway.getPort(), from, 0);
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
        return FrameHead.of(call).frame(stream, flags);
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
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        ByteBuffer content = ByteBuffer.wrap(in.readNBytes(length));
        return Optional.of(new Frame(type, stream, code(type, flags, content)));
    }

    /** How this stream is answered or reset; settings and windows are passed over. */
    Frame answer(int stream) throws IOException {
        Frame frame = next().orElseThrow();
        while (frame.stream() != stream || (frame.type() != HEADERS && frame.type() != RST_STREAM)) {
            frame = next().orElseThrow();
        }
        return frame;
    }

    private static int code(int type, int flags, ByteBuffer content) {
        return switch (type) {
            case GOAWAY -> content.getInt(4);
            case RST_STREAM -> content.getInt(0);
            case HEADERS -> content.get((flags & PRIORITY) == 0 ? 0 : DEPENDENCY) & (INDEXED - 1);
            default -> 0;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
