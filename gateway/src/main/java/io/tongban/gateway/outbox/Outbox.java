package io.tongban.gateway.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Takes what has to be done outside, in the transaction that makes it necessary. */
@ApplicationScoped
public class Outbox {
    private final OutboxStore store = new OutboxStore();
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
        appendAll(handle, List.of(entry));
    }

    /** As {@link #append}, for many at once. */
    public void appendAll(Handle handle, List<OutboxEntry> entries) {
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("an outbox entry is appended in the transaction that causes it");
        }
        store.insert(handle, entries, Traces.current());
        List<String> lanes = entries.stream().map(OutboxEntry::lane).distinct().toList();
        handle.afterCommit(() -> lanes.forEach(wakeups::signal));
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
     * Removes the row, in the transaction that books the outcome.
     *
     * @throws LeaseLostException if another worker has the row; roll back
     */
    public void complete(Handle handle, Lease lease) {
        if (!store.delete(handle, lease)) {
            throw new LeaseLostException(lease.id());
        }
    }

    /** Whether anything of this group is still to be done for the subject. */
    public boolean isOpen(Handle handle, String group, String subjectId) {
        return store.exists(handle, group, subjectId);
    }

    /** What waits, by lane; reads the whole table. */
    public List<LaneBacklog> backlog(Handle handle) {
        return store.backlog(handle);
    }
}
