package io.tongban.gateway.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tongban.api.agency.AuditVerification;
import io.tongban.gateway.platform.config.Inserts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The audit log: appended with each change, chained by hashes soon after, walked on demand. */
@ApplicationScoped
public class Audit {
    // Its own, so that no setting made for the API's answers changes what is hashed.
    private static final ObjectMapper FACTS = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditSealer sealer;
    private final AuditStore store = new AuditStore();

    Audit(Jdbi jdbi, Clock clock, AuditSealer sealer) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.sealer = sealer;
    }

    /** Appends in the caller's transaction: the entry is there exactly if the change is. */
    public void append(Handle handle, AuditEntry entry) {
        store.insert(handle, entry, clock.instant(), json(entry));
    }

    /** As {@link #append}, for many at once. */
    public void appendAll(Handle handle, List<AuditEntry> entries) {
        store.insertAll(
                handle,
                entries,
                clock.instant(),
                entries.stream().map(Audit::json).toList());
    }

    /** As {@link #append}, as one of the rows that are inserted together. */
    public void append(Inserts rows, AuditEntry entry) {
        AuditStore.add(rows, entry, clock.instant(), json(entry));
    }

    /** Chains what has been committed until now, without waiting for the next regular run. */
    public void seal() {
        sealer.seal();
    }

    /** Walks the chain from its beginning, in constant memory, over one snapshot. */
    public AuditVerification verify() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, new AuditWalk(store)::from);
    }

    private static String json(AuditEntry entry) {
        try {
            return FACTS.writeValueAsString(entry.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit facts are strings, numbers, booleans, lists and maps", e);
        }
    }
}
