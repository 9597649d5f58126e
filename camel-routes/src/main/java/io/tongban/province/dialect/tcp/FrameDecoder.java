package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes the one frame of a connection out of its bytes, however they are cut into packets, and drops what follows: a
 * NUL, or the acknowledgement a second time. The whole answer must be there in time; a far side that sends one byte now
 * and then gains nothing by it.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    private final Framing framing;
    private final int maxBytes;
    private final Duration reply;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean done;

    FrameDecoder(Framing framing, int maxBytes, Duration reply) {
        this.framing = framing;
        this.maxBytes = maxBytes;
        this.reply = reply;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        deadline = context.executor()
                .schedule(() -> fail(context, UnknownCause.TIMEOUT), reply.toMillis(), TimeUnit.MILLISECONDS);
        super.channelActive(context);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (done) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            byte[] frame = framing.next(in, maxBytes);
            if (frame != null) {
                finish();
                out.add(frame);
            }
        } catch (CallFailed unreadable) {
            fail(context, unreadable.reason());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        fail(context, UnknownCause.CONNECTION_CUT);
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        if (!done) {
            finish();
            super.exceptionCaught(context, cause);
        }
    }

    private void fail(ChannelHandlerContext context, UnknownCause cause) {
        if (!done) {
            finish();
            context.fireExceptionCaught(new CallFailed(cause));
        }
    }

    private void finish() {
        done = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
