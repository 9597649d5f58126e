package io.tongban.gateway.edge.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Stream;
import io.tongban.gateway.trust.access.AddressRange;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Counts the streams of an HTTP/2 connection until their answers have gone out, and ends those that take too long: an
 * answer that its reader opens no window for is kept whole, and never counts as unread by the connection.
 */
final class StreamGuard extends Http2ConnectionAdapter {
    /** A body's deadline, a partner's patience of 10 s, and some. */
    private static final long MOST_SECONDS = 60;

    private final Connections connections;
    private final AddressRange address;
    private final ChannelHandlerContext context;
    private final Http2ConnectionHandler handler;
    private final Map<Integer, Future<?>> open = new HashMap<>();

    private StreamGuard(
            Connections connections,
            AddressRange address,
            ChannelHandlerContext context,
            Http2ConnectionHandler handler) {
        this.connections = connections;
        this.address = address;
        this.context = context;
        this.handler = handler;
    }

    /** On the connection's event loop, with its first stream. */
    static void watch(
            Connections connections,
            AddressRange address,
            ChannelHandlerContext context,
            Http2ConnectionHandler handler) {
        handler.connection().addListener(new StreamGuard(connections, address, context, handler));
    }

    @Override
    public void onStreamAdded(Http2Stream stream) {
        int id = stream.id();
        connections.streams().add(address);
        open.put(id, context.executor().schedule(() -> end(id), MOST_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void onStreamRemoved(Http2Stream stream) {
        Future<?> deadline = open.remove(stream.id());
        if (deadline != null) {
            deadline.cancel(false);
            connections.streams().remove(address);
        }
    }

    private void end(int id) {
        if (open.containsKey(id)) {
            connections.count("stream-too-slow");
            handler.resetStream(context, id, Http2Error.CANCEL.code(), context.newPromise())
                    .addListener(sent -> context.flush());
        }
    }
}
