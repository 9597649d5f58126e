package io.tongban.gateway.platform.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives appended rows their places in the chain, a moment after their transactions have committed. One node at a time;
 * which visible row comes first does not matter, as long as each comes once.
 */
@ApplicationScoped
class AuditSealer {
    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final AuditStore store = new AuditStore();

    AuditSealer(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Scheduled(identity = "audit-sealer", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sealRegularly() {
        seal();
    }

    /** Seals all rows that are visible now; returns how many, 0 when another node is at it. */
    long seal() {
        long sealed = 0;
        int last;
        do {
            last = jdbi.inTransaction(this::sealBatch);
            sealed += last;
        } while (last == BATCH);
        return sealed;
    }

    private int sealBatch(Handle handle) {
        if (!store.lockSealer(handle)) {
            return 0;
        }
        List<AuditRecord> unsealed = store.unsealed(handle, BATCH);
        if (unsealed.isEmpty()) {
            return 0;
        }
        ChainLink head = store.head(handle);
        List<AuditStore.Sealed> rows = new ArrayList<>();
        for (AuditRecord row : unsealed) {
            ChainLink next = head.next(row);
            rows.add(new AuditStore.Sealed(row, head.hash(), next));
            head = next;
        }
        store.seal(handle, rows);
        return rows.size();
    }
}
