package io.tongban.sandbox.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection of a flood. Not thread-safe. */
final class HostileConnection {
    private static final int READ_BUFFER = 4096;

    private final Shape shape;
    private final Target target;
    private final SocketChannel channel;
    private final Line line;
    private final int turn;
    private final SelectionKey key;
    private ByteBuffer toSend;
    private int step;

    HostileConnection(Shape shape, Target target, InetAddress from, int turn, Selector selector) throws IOException {
        this.shape = shape;
        this.target = target;
        this.turn = turn;
        this.toSend = shape.first(target);
        channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, READ_BUFFER);
            channel.bind(new InetSocketAddress(from, 0));
            channel.configureBlocking(false);
            line = shape.way().over(channel, target);
            channel.connect(shape.way().address(target));
            key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Does what can be done now. */
    void ready(ByteBuffer sink) {
        try {
            if (key.isConnectable() && !channel.finishConnect()) {
                return;
            }
            if (key.isReadable() && !line.read(sink)) {
                close();
                return;
            }
            send();
        } catch (IOException cut) {
            close();
        }
    }

    /** Which part of the second is its own. */
    int turn() {
        return turn;
    }

    /** Its second is over. */
    void goOn() {
        if (channel.isConnected() && !toSend.hasRemaining()) {
            toSend = shape.next(target, step++);
            if (toSend.hasRemaining()) {
                key.interestOps(interest());
            }
        }
    }

    private void send() throws IOException {
        line.write(toSend);
        key.interestOps(interest());
    }

    private int interest() {
        return (line.wantsToWrite(toSend) ? SelectionKey.OP_WRITE : 0)
                | (shape.reads() || line.isShakingHands() ? SelectionKey.OP_READ : 0);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // What cannot be closed is closed.
            key.cancel();
        }
    }
}
