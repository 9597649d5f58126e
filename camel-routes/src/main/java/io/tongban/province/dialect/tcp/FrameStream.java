package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a connection that is kept, one after the other, and its heartbeats. A far side that has said nothing at
 * all since the last heartbeat is taken for gone when the next is due; whatever arrives counts, an answer that comes
 * late included. So is one that leaves unread what it is sent: what waits for it would grow without end.
 */
final class FrameStream extends ByteToMessageDecoder {
    private final Framing framing;
    private final int maxBytes;
    private final Heartbeat heartbeat;
    private final Replies replies;
    private @Nullable ScheduledFuture<?> beating;
    private boolean silent;

    /** Where frames that are no heartbeat go. */
    interface Replies {
        /** A whole frame came, be it a heartbeat. */
        void came();

        void frame(byte[] frame);

        /** Nothing more will come. */
        void over(UnknownCause cause);
    }

    FrameStream(Framing framing, int maxBytes, Heartbeat heartbeat, Replies replies) {
        this.framing = framing;
        this.maxBytes = maxBytes;
        this.heartbeat = heartbeat;
        this.replies = replies;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        heartbeat.every().ifPresent(every -> begin(context, every.toMillis()));
        super.channelActive(context);
    }

    private void begin(ChannelHandlerContext context, long millis) {
        beating = context.executor().scheduleAtFixedRate(() -> beat(context), millis, millis, TimeUnit.MILLISECONDS);
    }

    private void beat(ChannelHandlerContext context) {
        if (silent || !context.channel().isWritable()) {
            end(context, UnknownCause.CONNECTION_CUT);
            return;
        }
        silent = true;
        write(context, heartbeat.question());
    }

    private void write(ChannelHandlerContext context, byte[] content) {
        context.writeAndFlush(Unpooled.wrappedBuffer(framing.around(content)))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        silent = false;
        try {
            byte[] frame = framing.next(in, maxBytes);
            if (frame != null) {
                replies.came();
                take(context, frame);
            }
        } catch (CallFailed last) {
            // Where the next frame begins nobody knows any more, or nobody would read what it is answered.
            in.skipBytes(in.readableBytes());
            end(context, last.reason());
        }
    }

    private void take(ChannelHandlerContext context, byte[] frame) {
        if (heartbeat.isAnswer(frame)) {
            return;
        }
        if (heartbeat.isQuestion(frame)) {
            if (heartbeat.isAnswered()) {
                if (!context.channel().isWritable()) {
                    throw new CallFailed(UnknownCause.CONNECTION_CUT);
                }
                write(context, heartbeat.answer());
            }
            return;
        }
        replies.frame(frame);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        end(context, UnknownCause.CONNECTION_CUT);
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(context, CallFailed.causeOf(cause));
    }

    private void end(ChannelHandlerContext context, UnknownCause cause) {
        if (beating != null) {
            beating.cancel(false);
        }
        replies.over(cause);
        Future<?> unused = context.close();
    }
}
