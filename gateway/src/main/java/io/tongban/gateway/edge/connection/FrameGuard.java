package io.tongban.gateway.edge.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Reads the heads of an HTTP/2 connection's frames before they are worked on, and cuts who sends many that bring no
 * request and no body: pings and settings, which each want an answer, priorities, windows, resets, unknown frames and
 * data in crumbs. RFC 9113, section 10.5, leaves it to the server how many are too many.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
    private final ConnectionGuard guard;
    private final FrameBudget budget = new FrameBudget(System::nanoTime);
    private final FrameHeads heads = new FrameHeads();

    FrameGuard(ConnectionGuard guard) {
        this.guard = guard;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!guard.isCut() && message instanceof ByteBuf octets && !heads.read(octets, budget::take)) {
            guard.calm(context.channel(), "too-many-frames");
        }
        if (guard.isCut()) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }
}
