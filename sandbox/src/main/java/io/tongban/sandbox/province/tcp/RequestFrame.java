package io.tongban.sandbox.province.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Takes one frame off a connection, within a time and a size that no caller can stretch. */
final class RequestFrame {
    /** The longest request has about two hundred bytes. */
    private static final int MOST_BYTES = 4096;

    private RequestFrame() {}

    /** What follows the length; nothing if this is no frame. */
    static Optional<byte[]> read(Socket socket, Framing framing, Duration allowed) throws IOException {
        long deadline = System.nanoTime() + allowed.toNanos();
        int length = framing.following(read(socket, framing.digits(), deadline));
        return length < 0 || length > MOST_BYTES ? Optional.empty() : Optional.of(read(socket, length, deadline));
    }

    private static byte[] read(Socket socket, int count, long deadline) throws IOException {
        byte[] bytes = new byte[count];
        InputStream in = socket.getInputStream();
        int have = 0;
        while (have < count) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new SocketTimeoutException("frame took too long");
            }
            socket.setSoTimeout((int) millis);
            int got = in.read(bytes, have, count - have);
            if (got < 0) {
                throw new IOException("frame ended early");
            }
            have += got;
        }
        return bytes;
    }
}
