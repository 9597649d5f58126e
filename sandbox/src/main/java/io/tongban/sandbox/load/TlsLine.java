package io.tongban.sandbox.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** The octets over TLS. Not thread-safe. */
final class TlsLine implements Line {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final ByteBuffer come;
    private final ByteBuffer going;

    TlsLine(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
        int packet = engine.getSession().getPacketBufferSize();
        come = ByteBuffer.allocate(packet);
        going = ByteBuffer.allocate(packet).limit(0);
    }

    @Override
    public void write(ByteBuffer octets) throws IOException {
        while (flush()) {
            boolean ours = octets.hasRemaining() && !isShakingHands();
            if (!ours && status() != HandshakeStatus.NEED_WRAP) {
                return;
            }
            going.clear();
            SSLEngineResult result = engine.wrap(ours ? octets : NOTHING, going);
            going.flip();
            runTasks();
            if (result.getStatus() == Status.CLOSED) {
                throw new IOException("closed by the other side");
            }
        }
    }

    /** Whether nothing is left to flush. */
    private boolean flush() throws IOException {
        channel.write(going);
        return !going.hasRemaining();
    }

    @Override
    public boolean read(ByteBuffer sink) throws IOException {
        while (true) {
            int octets = channel.read(come);
            come.flip();
            unwrap(sink);
            come.compact();
            if (octets <= 0) {
                return octets == 0;
            }
        }
    }

    private void unwrap(ByteBuffer sink) throws IOException {
        while (come.hasRemaining()) {
            SSLEngineResult result = engine.unwrap(come, sink.clear());
            runTasks();
            if (status() == HandshakeStatus.NEED_WRAP) {
                write(NOTHING);
            }
            if (result.getStatus() == Status.CLOSED) {
                throw new IOException("closed by the other side");
            }
            boolean isStuck = result.bytesConsumed() == 0 && result.bytesProduced() == 0;
            if (result.getStatus() == Status.BUFFER_UNDERFLOW || (isStuck && status() == HandshakeStatus.NEED_WRAP)) {
                return;
            }
        }
    }

    private void runTasks() {
        while (status() == HandshakeStatus.NEED_TASK) {
            engine.getDelegatedTask().run();
        }
    }

    private HandshakeStatus status() {
        return engine.getHandshakeStatus();
    }

    @Override
    public boolean wantsToWrite(ByteBuffer octets) {
        return going.hasRemaining()
                || status() == HandshakeStatus.NEED_WRAP
                || (octets.hasRemaining() && !isShakingHands());
    }

    @Override
    public boolean isShakingHands() {
        return status() != HandshakeStatus.NOT_HANDSHAKING && status() != HandshakeStatus.FINISHED;
    }
}
