package io.tongban.gateway.platform.outbox;

import io.tongban.gateway.platform.config.Inserts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes what has to be done outside, in the transaction that makes it necessary. */
@ApplicationScoped
public class Outbox {
    // Keys are locked as they are appended, by all in the same order.
    private static final Comparator<OutboxEntry> BY_ORDER_LOCK =
            Comparator.comparing(OutboxStore::orderLock, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final OutboxStore store = new OutboxStore();
    private final LeaseStore leases = new LeaseStore();
    private final LaneDepths depths = new LaneDepths(System::nanoTime);
    private final Wakeups wakeups;

    Outbox(Wakeups wakeups) {
        this.wakeups = wakeups;
    }

    /**
     * Stores the entry with the trace of this request; it is worked off when the transaction has committed.
     *
     * @throws IllegalStateException if the handle is not in a transaction
     */
    public void append(Handle handle, OutboxEntry entry) {
        append(handle, List.of(entry), null);
    }

    /** As {@link #append}, as one of the rows that are inserted together. */
    public void append(Handle handle, Inserts rows, OutboxEntry entry) {
        OutboxStore.add(rows, entry, Traces.current());
        handle.afterCommit(() -> {
            depths.added(entry.lane());
            wakeups.signal(entry.lane());
        });
    }

    /** As {@link #append}, for many at once. */
    public void appendAll(Handle handle, List<OutboxEntry> entries) {
        append(handle, entries.stream().sorted(BY_ORDER_LOCK).toList(), null);
    }

    /**
     * As {@link #append}, for what had left the outbox without an outcome.
     *
     * @param firstSent when it was first sent, so that it is resumed, and never sent as if for the first time; absent if
     *     it never was
     */
    public void appendAgain(Handle handle, OutboxEntry entry, @Nullable Instant firstSent) {
        append(handle, List.of(entry), firstSent);
    }

    private void append(Handle handle, List<OutboxEntry> entries, @Nullable Instant firstSent) {
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("an outbox entry is appended in the transaction that causes it");
        }
        store.insert(handle, entries, Traces.current(), firstSent);
        entries.forEach(entry -> depths.added(entry.lane()));
        entries.stream().map(OutboxEntry::lane).distinct().forEach(lane -> signalAfterCommit(handle, lane));
    }

    /**
     * Marks the row as sent. Commit it before the first octet goes out: from then on the row is only ever resumed.
     *
     * @throws LeaseLostException if another worker has the row; roll back
     */
    public void markSent(Handle handle, Lease lease) {
        if (!store.markSent(handle, lease)) {
            throw new LeaseLostException(lease.id());
        }
    }

    /**
     * Takes back, in the transaction of the lease, that a row counts as sent.
     *
     * @throws LeaseLostException if another worker has the row; roll back
     */
    public void notSent(Handle handle, Lease lease) {
        if (!OutboxStore.unmark(handle, lease)) {
            throw new LeaseLostException(lease.id());
        }
    }

    /**
     * Removes the rows, in the transaction that books their outcomes.
     *
     * @throws LeaseLostException if another worker has one of them, or it is gone; roll back
     */
    public void completeAll(Handle handle, List<Lease> leases) {
        Map<Long, Boolean> deleted = store.deleteAll(handle, leases);
        leases.stream()
                .filter(lease -> !deleted.containsKey(lease.id()))
                .findFirst()
                .ifPresent(lost -> {
                    throw new LeaseLostException(lost.id());
                });
        leases.stream()
                .filter(lease -> deleted.getOrDefault(lease.id(), false))
                .map(Lease::lane)
                .distinct()
                .forEach(lane -> signalAfterCommit(handle, lane));
    }

    /**
     * Removes the row, in the transaction that books the outcome.
     *
     * @throws LeaseLostException if another worker has the row; roll back
     */
    public void complete(Handle handle, Lease lease) {
        if (!completes(handle, lease)) {
            throw new LeaseLostException(lease.id());
        }
    }

    /** As {@link #complete}; false, and without effect, if another worker has the row, or it is gone. */
    public boolean completes(Handle handle, Lease lease) {
        Optional<Boolean> nextMayGo = store.delete(handle, lease);
        if (nextMayGo.orElse(false)) {
            signalAfterCommit(handle, lease.lane());
        }
        return nextMayGo.isPresent();
    }

    /**
     * Gives the row back, due later, in the transaction that notes why.
     *
     * @param received the far side has it, and only its outcome is awaited: younger rows of its order may go
     * @throws LeaseLostException if another worker has the row; roll back
     */
    public void putOff(Handle handle, Lease lease, Next.Again again, boolean received) {
        if (!leases.release(handle, lease, again, received)) {
            throw new LeaseLostException(lease.id());
        }
        if (received) {
            signalAfterCommit(handle, lease.lane());
        }
    }

    /** Locks the row, whoever leases it, until the transaction ends; empty if there is none. */
    public Optional<Held> hold(Handle handle, String kind, String subjectId) {
        return store.hold(handle, kind, subjectId);
    }

    /** Removes a row that is held. Whoever leases it finds the lease lost. */
    public void remove(Handle handle, Held held) {
        store.delete(handle, held);
        signalAfterCommit(handle, held.lane());
    }

    /** Whether anything of this group is still to be done for the subject. */
    public boolean isOpen(Handle handle, String group, String subjectId) {
        return store.exists(handle, group, subjectId);
    }

    /** How many rows wait in a lane; as of a second ago at most, but for what this node has appended since. */
    public long depth(Handle handle, String lane) {
        return depths.of(lane, asked -> store.count(handle, asked));
    }

    /** What waits, by lane; reads the whole table. */
    public List<LaneBacklog> backlog(Handle handle) {
        return store.backlog(handle);
    }

    private void signalAfterCommit(Handle handle, String lane) {
        handle.afterCommit(() -> wakeups.signal(lane));
    }
}
