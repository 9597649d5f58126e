package io.tongban.gateway.platform.outbox;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

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
     * Kinds whose rows count as sent from their lease on, in the same statement, for {@link #prepare} sends them or calls
     * {@link Outbox#notSent}. Of all others the mark is {@link Outbox#markSent}'s.
     */
    default Set<String> sentWhenLeased() {
        return Set.of();
    }

    /**
     * Gets rows of one lane ready, in the transaction that leases them, so that many cost no more than one. If it throws,
     * the rows are leased without it, unmarked, and each is {@link #handle handled} by itself: none holds up another.
     *
     * @return what to do with each of these rows after the commit, as {@link #handle} does it
     */
    default Function<Lease, Next> prepare(Handle handle, List<Lease> leases) {
        return this::handle;
    }

    /**
     * Does what the row asks for. No transaction is open; the lease is renewed until this returns, and every outside
     * call in it must end by itself. An exception puts the row off by {@link #pauseAfter}.
     */
    Next handle(Lease lease);

    /** How long a row waits after a try that threw. */
    Next.Again pauseAfter(Lease lease);
}
