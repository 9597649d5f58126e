package io.tongban.gateway.edge.connection;

import io.tongban.gateway.edge.connection.FrameHeads.Frame;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many frames without a request or a body a connection may send: so many at once, more with time, and some with
 * each request, whose windows and priorities they are.
 */
final class FrameBudget {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int END_STREAM = 0x1;
    /** Data below this many octets are crumbs, unless they are a body's last. */
    private static final int CRUMB = 256;

    static final int AT_ONCE = 1_000;
    private static final int A_SECOND = 50;
    private static final int A_REQUEST = 8;
    /** More than a request brings: a hundred requests taken back at once are as many as the server's own bound has. */
    private static final int A_RESET = 18;

    private static final long NANOS_A_FRAME = TimeUnit.SECONDS.toNanos(1) / A_SECOND;

    private final LongSupplier nanoTime;
    private long saved = AT_ONCE;
    private long last;

    FrameBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /** Whether this frame may be worked on. */
    boolean take(Frame frame) {
        if (frame.type() == HEADERS) {
            saved = Math.min(AT_ONCE, saved + A_REQUEST);
            return true;
        }
        if (frame.type() == DATA && (frame.length() >= CRUMB || (frame.flags() & END_STREAM) != 0)) {
            return true;
        }
        long cost = frame.type() == RST_STREAM ? A_RESET : 1;
        if (saved < cost) {
            earn();
        }
        boolean isIn = saved >= cost;
        saved -= isIn ? cost : 0;
        return isIn;
    }

    /** The clock is asked only by who has nothing left. */
    private void earn() {
        long now = nanoTime.getAsLong();
        long earned = (now - last) / NANOS_A_FRAME;
        if (earned > 0) {
            saved = Math.min(AT_ONCE, saved + earned);
            last = now;
        }
    }
}
