package io.tongban.gateway.contribution.withholding;

import org.jdbi.v3.core.Handle;

/** Hears of withholdings that came to another state. */
public interface WithholdingListener {
    /**
     * Called in the transaction of the change.
     *
     * @param actor who changed it, as in {@link io.tongban.gateway.platform.audit.AuditEntry#actor()}
     */
    void changed(Handle handle, String actor, WithholdingRecord withholding);
}
