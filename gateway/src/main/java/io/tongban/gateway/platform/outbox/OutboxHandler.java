package io.tongban.gateway.platform.outbox;

/** Works off the rows of one group of lanes: a bean. Thread-safe. */
public interface OutboxHandler {
    /** The group, which stands before the colon of its lanes. */
    String group();

    LaneBounds bounds();

    /**
     * How many rows of a lane may be at work on this node now, whatever the bounds allow; 0 leaves the lane alone: its
     * rows are not touched, and the next poll asks again. Asked for each look at a lane, so it has to be cheap, and it
     * must not throw.
     */
    default int places(String lane) {
        return Integer.MAX_VALUE;
    }

    /**
     * Does what the row asks for. No transaction is open; the lease is renewed until this returns, and every outside
     * call in it must end by itself. An exception puts the row off by {@link #pauseAfter}.
     */
    Next handle(Lease lease);

    /** How long a row waits after a try that threw. */
    Next.Again pauseAfter(Lease lease);
}
