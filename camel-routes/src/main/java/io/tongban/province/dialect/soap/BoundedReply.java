package io.tongban.province.dialect.soap;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.XmlText;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;

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
            InputStream bounded = new Bounded(in, maxBytes, System.nanoTime() + maxTime.toNanos());
            message.setContent(InputStream.class, new Whole(bounded));
        }
    }

    /** The whole answer, of which a parser makes something; fetched when the first byte of it is asked for. */
    private static final class Whole extends InputStream {
        private final InputStream source;
        private @Nullable InputStream made;

        Whole(InputStream source) {
            this.source = source;
        }

        private InputStream made() throws IOException {
            InputStream ready = made;
            if (ready == null) {
                byte[] bytes = source.readAllBytes();
                ready = new ByteArrayInputStream(isInAscii(bytes) ? readable(bytes) : bytes);
                made = ready;
            }
            return ready;
        }

        /** UTF-16 and UTF-32 write a NUL beside each bracket, or a mark first; a parser knows them without help. */
        private static boolean isInAscii(byte[] bytes) {
            return bytes.length > 1 && bytes[0] != 0 && bytes[1] != 0 && (bytes[0] & 0xFE) != 0xFE;
        }

        private static byte[] readable(byte[] bytes) {
            return XmlText.readableBytes(new String(bytes, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read() throws IOException {
            return made().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return made().read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            source.close();
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
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new CallFailed(UnknownCause.TIMEOUT);
            }
        }
    }
}
