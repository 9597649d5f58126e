package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
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
    private static final int LENGTH_DIGITS = 6;
    private static final int NOT_YET = -1;
    private static final int TOO_LONG = Integer.MAX_VALUE;

    private final int maxBytes;
    private final Duration reply;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean done;

    FrameDecoder(int maxBytes, Duration reply) {
        this.maxBytes = maxBytes;
        this.reply = reply;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        deadline = context.executor()
                .schedule(() -> fail(context, CallFailed.TIMEOUT), reply.toMillis(), TimeUnit.MILLISECONDS);
        super.channelActive(context);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (done) {
            in.skipBytes(in.readableBytes());
            return;
        }
        int length = length(in);
        if (length > maxBytes) {
            fail(context, CallFailed.UNREADABLE);
            return;
        }
        if (length == NOT_YET || in.readableBytes() < LENGTH_DIGITS + length) {
            return;
        }
        byte[] frame = new byte[length];
        in.skipBytes(LENGTH_DIGITS).readBytes(frame);
        finish();
        out.add(frame);
    }

    /** The frame's length; NOT_YET as long as too little is there to say, TOO_LONG as soon as it is no number. */
    private int length(ByteBuf in) {
        int length = 0;
        int there = Math.min(LENGTH_DIGITS, in.readableBytes());
        for (int i = 0; i < there; i++) {
            int digit = in.getByte(in.readerIndex() + i) - '0';
            if (digit < 0 || digit > 9) {
                return TOO_LONG;
            }
            length = length * 10 + digit;
        }
        return there < LENGTH_DIGITS ? NOT_YET : length;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        fail(context, CallFailed.CONNECTION_CUT);
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        if (!done) {
            finish();
            super.exceptionCaught(context, cause);
        }
    }

    private void fail(ChannelHandlerContext context, String cause) {
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
