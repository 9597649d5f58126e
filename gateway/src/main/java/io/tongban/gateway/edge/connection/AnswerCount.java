package io.tongban.gateway.edge.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;

/** Tells the guard of each final answer of an HTTP/1.1 connection, and the decoder of each wish to read on. */
final class AnswerCount extends ChannelOutboundHandlerAdapter {
    private final ConnectionGuard guard;
    private final StrictRequestDecoder decoder;

    AnswerCount(ConnectionGuard guard, StrictRequestDecoder decoder) {
        this.guard = guard;
        this.decoder = decoder;
    }

    @Override
    public void read(ChannelHandlerContext context) throws Exception {
        super.read(context);
        decoder.wanted();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            guard.answered();
        }
        super.write(context, message, promise);
    }
}
