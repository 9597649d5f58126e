package io.tongban.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Who looked at which person's data: a row of the audit log for each look, written before the answer goes out. Every
 * look passes here, so that looks can be counted, and bounded, in one place.
 */
@ApplicationScoped
public class AccessAudit {
    /** Ways to look at a person's data. */
    public enum Look {
        WORKER_READ("worker.read"),
        /** By the citizen number. */
        WORKER_FOUND("worker.found"),
        STATUS_READ("worker.status-read");

        private final String action;

        Look(String action) {
            this.action = action;
        }
    }

    private final Audit audit;

    AccessAudit(Audit audit) {
        this.audit = audit;
    }

    /**
     * Appends the look in the caller's transaction, or by itself where there is none.
     *
     * @param actor client id of who looks
     * @param workerId of whom
     */
    public void looked(Handle handle, String actor, Look look, String workerId) {
        audit.append(handle, new AuditEntry(actor, look.action, workerId, Map.of()));
    }
}
