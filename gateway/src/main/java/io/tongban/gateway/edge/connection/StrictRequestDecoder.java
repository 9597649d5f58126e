package io.tongban.gateway.edge.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 heads that are beyond doubt, each within its deadline. What is thrown here makes the message one that
 * cannot be decoded: Vert.x answers a bare 400 and closes, and nothing that follows on the connection is read.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
    private static final long MOST_DROPPED = 16 * 1024 * 1024;

    private final ConnectionGuard guard;
    private final RequestHead head = new RequestHead();
    private boolean inHead;
    private boolean inBody;
    private volatile boolean held;
    private @Nullable ChannelHandlerContext heldBack;
    private long dropped;
    private @Nullable Future<?> deadline;

    StrictRequestDecoder(HttpServerOptions options, ConnectionGuard guard) {
        super(options);
        this.guard = guard;
    }

    /** Netty asks this as soon as a head is complete, before it looks for a body. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        head.check((HttpRequest) message);
        return super.isContentAlwaysEmpty(message);
    }

    /** RFC 9112, section 6.3: such a message might be an attempt at request smuggling. */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Transfer-Encoding and Content-Length at once");
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf octets, List<Object> out) throws Exception {
        if (guard.isCut()) {
            drop(context, octets);
            return;
        }
        if (inBody && (held || !context.channel().config().isAutoRead())) {
            heldBack = context;
            context.channel().config().setAutoRead(false);
            return;
        }
        inHead |= !inBody && octets.isReadable();
        int before = out.size();
        super.decode(context, octets, out);
        if (out.size() > before) {
            note(context, out.subList(before, out.size()));
        }
    }

    /**
     * What comes after the last that is read. No more is taken from the socket: to read and drop what a flood sends costs
     * more than the requests did. The sender has its answer, and waits until the connection is closed.
     */
    private void drop(ChannelHandlerContext context, ByteBuf octets) {
        dropped += octets.readableBytes();
        octets.skipBytes(octets.readableBytes());
        context.channel().config().setAutoRead(false);
        // Whatever turned the reading on again.
        if (dropped > MOST_DROPPED) {
            guard.cut(context.channel(), "too-much-to-drop");
        }
    }

    private void note(ChannelHandlerContext context, List<Object> parts) {
        if (parts.get(0) instanceof HttpRequest request) {
            guard.asked(context.channel(), request.decoderResult().isSuccess());
        }
        stopWatch();
        inHead = false;
        inBody = !(parts.get(parts.size() - 1) instanceof LastHttpContent);
    }

    /**
     * Decodes no more of the body that is coming. To pause the request is not enough: it goes on as soon as its answer
     * is written, and a buffer of pieces is decoded before that answer has left.
     */
    void hold() {
        held = true;
    }

    /** Goes on with what was held. */
    void release(Channel channel) {
        held = false;
        // Which asks for more, and so calls wanted().
        channel.config().setAutoRead(true);
    }

    /**
     * Goes on with what was left when nobody wanted more of the body: Vert.x queues each piece of what has come before it
     * stops the reading, and a buffer holds ten thousand of them.
     */
    void wanted() {
        ChannelHandlerContext context = heldBack;
        if (context != null) {
            heldBack = null;
            context.executor().execute(() -> goOn(context));
        }
    }

    private void goOn(ChannelHandlerContext context) {
        try {
            channelRead(context, Unpooled.EMPTY_BUFFER);
            channelReadComplete(context);
        } catch (Exception broken) {
            context.fireExceptionCaught(broken);
        }
    }

    /** A head that came whole, as nearly all do, needs no timer. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        if (inHead && deadline == null) {
            deadline = guard.cutLater(context, "head-too-slow");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        stopWatch();
        super.channelInactive(context);
    }

    private void stopWatch() {
        deadline = ConnectionGuard.stop(deadline);
    }
}
