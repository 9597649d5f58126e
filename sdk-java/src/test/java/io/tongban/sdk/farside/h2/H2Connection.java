package io.tongban.sdk.farside.h2;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;

/** One HTTP/2 connection, frame by frame (RFC 9113); whoever serves it decides what is answered, and whether. */
public final class H2Connection {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int ACK = 1;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Told of each request as soon as it is whole. */
    public interface Requests {
        void arrived(H2Connection connection, int stream) throws IOException;
    }

    H2Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    void serve(Requests requests) throws IOException {
        in.readFully(new byte[24]); // the preface
        frame(SETTINGS, 0, 0, new byte[0]);
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = new byte[length];
            in.readFully(payload);
            if (type == SETTINGS && flags == 0) {
                frame(SETTINGS, ACK, 0, new byte[0]);
            } else if (type == PING && flags == 0) {
                frame(PING, ACK, 0, payload);
            } else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                requests.arrived(this, stream);
            }
        }
    }

    public void answer(int stream, int status, Map<String, String> fields, byte[] body) throws IOException {
        frame(HEADERS, END_HEADERS, stream, Hpack.block(status, fields));
        frame(DATA, END_STREAM, stream, body);
    }

    /** Nothing new after this stream; what came before is being worked at. */
    public void goAway(int lastStream) throws IOException {
        frame(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastStream).putInt(0).array());
    }

    public void close() throws IOException {
        socket.close();
    }

    private synchronized void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }
}
