package io.tongban.gateway.edge.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads nothing of a connection at first: whoever begins many at once has them served one after the other, so that what
 * they cost leaves room for others. Next to the socket, or what asks to read would pass by.
 */
final class LateStart extends ChannelOutboundHandlerAdapter {
    private final long nanos;
    private @Nullable Future<?> turn;
    private boolean isWanted;

    LateStart(long nanos) {
        this.nanos = nanos;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        turn = context.executor().schedule(() -> start(context), nanos, TimeUnit.NANOSECONDS);
    }

    /** Also with the connection. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        turn = ConnectionGuard.stop(turn);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        isWanted = true;
    }

    private void start(ChannelHandlerContext context) {
        if (isWanted) {
            context.read();
        }
        context.pipeline().remove(this);
    }
}
