package io.tongban.gateway.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Takes what has to be done outside, in the transaction that makes it necessary. */
@ApplicationScoped
public class Outbox {
    /**
     * Stores the entry with the trace of this request; it is worked off when the transaction has committed.
     *
     * @throws IllegalStateException if the handle is not in a transaction
     */
    public void append(Handle handle, OutboxEntry entry) {
        throw new UnsupportedOperationException();
    }
}
