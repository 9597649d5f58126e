package io.tongban.gateway.audit;

import io.tongban.api.agency.AuditVerification;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** The audit log: appended with each change, chained by hashes soon after, walked on demand. */
@ApplicationScoped
public class Audit {
    /** Appends in the caller's transaction: the entry is there exactly if the change is. */
    public void append(Handle handle, AuditEntry entry) {
        throw new UnsupportedOperationException();
    }

    /** Walks the chain from its beginning, in constant memory. */
    public AuditVerification verify() {
        throw new UnsupportedOperationException();
    }
}
