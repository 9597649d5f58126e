package io.tongban.sandbox.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The octets as they are. */
record ClearLine(SocketChannel channel) implements Line {
    @Override
    public void write(ByteBuffer octets) throws IOException {
        channel.write(octets);
    }

    @Override
    public boolean read(ByteBuffer sink) throws IOException {
        return channel.read(sink.clear()) >= 0;
    }

    @Override
    public boolean wantsToWrite(ByteBuffer octets) {
        return octets.hasRemaining();
    }
}
