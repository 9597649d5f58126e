package io.tongban.gateway.platform.audit;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The audit log over a test's database. */
public final class AuditLogs {
    private AuditLogs() {}

    public static Audit of(Jdbi jdbi, Clock clock) {
        return new Audit(jdbi, clock, new AuditSealer(jdbi));
    }
}
