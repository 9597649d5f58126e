package io.tongban.gateway.platform.audit;

import io.tongban.api.agency.AuditVerification;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Computes the chain anew from its beginning and stops where the log says otherwise. Holds one part of it at a time. */
final class AuditWalk {
    private final AuditStore store;

    AuditWalk(AuditStore store) {
        this.store = store;
    }

    AuditVerification from(Handle handle) {
        long unsealed = store.countUnsealed(handle);
        ChainLink head = ChainLink.NONE;
        try (ResultIterator<AuditStore.Sealed> rows = store.walk(handle)) {
            while (rows.hasNext()) {
                AuditStore.Sealed row = rows.next();
                ChainLink expected = head.next(row.content());
                if (!follows(row, head, expected)) {
                    return new AuditVerification(false, head.position(), unsealed, expected.position(), head.hash());
                }
                head = expected;
            }
        }
        return new AuditVerification(true, head.position(), unsealed, null, head.position() == 0 ? null : head.hash());
    }

    private static boolean follows(AuditStore.Sealed row, ChainLink head, ChainLink expected) {
        return row.previousHash().equals(head.hash()) && row.link().equals(expected);
    }
}
