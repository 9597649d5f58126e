package io.tongban.gateway.edge.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** Vert.x builds the pipeline of either HTTP when it hears of the handshake's end, and only then. */
final class AfterHandshake extends ChannelInboundHandlerAdapter {
    private final ConnectionGuard guard;

    AfterHandshake(ConnectionGuard guard) {
        this.guard = guard;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        if (event instanceof SslHandshakeCompletionEvent) {
            guard.readStrictly(context.pipeline());
            if (context.pipeline().get(Http2ConnectionHandler.class) != null) {
                context.pipeline().addAfter(ConnectionGuard.TLS, null, new FrameGuard(guard));
            }
            context.pipeline().remove(this);
        }
    }
}
