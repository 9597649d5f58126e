package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.CallFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Holds an answer to the profile's size and time. The socket's own time-out starts anew with every byte, so a far side
 * that sends one byte now and then would never meet it.
 */
final class BoundedReply extends AbstractPhaseInterceptor<Message> {
    private final int maxBytes;
    private final Duration maxTime;

    BoundedReply(int maxBytes, Duration maxTime) {
        super(Phase.RECEIVE);
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream in = message.getContent(InputStream.class);
        if (in != null) {
            message.setContent(InputStream.class, new Bounded(in, maxBytes, System.nanoTime() + maxTime.toNanos()));
        }
    }

    private static final class Bounded extends FilterInputStream {
        private final long deadline;
        private long left;

        Bounded(InputStream in, long left, long deadline) {
            super(in);
            this.left = left;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new CallFailed(CallFailed.UNREADABLE);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new CallFailed(CallFailed.TIMEOUT);
            }
        }
    }
}
