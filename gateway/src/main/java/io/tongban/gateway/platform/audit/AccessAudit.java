package io.tongban.gateway.platform.audit;

import io.tongban.api.agency.AlertKind;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Who looked at which person's data: a row of the audit log for each look, written before the answer goes out. Every
 * look passes here, so that looks can be counted, and bounded, in one place.
 */
@ApplicationScoped
public class AccessAudit {
    private static final String STATUS_READ = "worker.status-read";

    /** Ways to look at what a partner said of its worker itself, which it may do as often as it likes. */
    public enum Look {
        WORKER_READ("worker.read"),
        /** By the citizen number. */
        WORKER_FOUND("worker.found");

        private final String action;

        Look(String action) {
            this.action = action;
        }
    }

    private final Audit audit;
    private final PartnerAlerts alerts;
    private final LookBounds bounds;

    AccessAudit(Audit audit, PartnerAlerts alerts, LooksConfig config, Clock clock) {
        this.audit = audit;
        this.alerts = alerts;
        this.bounds = new LookBounds(config, clock);
    }

    /**
     * Appends a look at a worker's status in the caller's transaction, or by itself where there is none.
     *
     * @param by who looks
     * @param workerId of whom
     * @throws ProblemException looks-exceeded if a status is read once too often, for it shows what others paid; the agency
     *     is told by the same handle, so it is not to be one of a transaction that is rolled back then
     */
    public void statusRead(Handle handle, Principal by, String workerId) {
        bounds.count(by.tenant()).ifPresent(wait -> {
            alerts.raise(handle, by.tenant(), AlertKind.STATUS_LOOKS);
            throw new ProblemException(ProblemType.LOOKS_EXCEEDED).retryAfter(wait);
        });
        audit.append(handle, entry(by, STATUS_READ, workerId));
    }

    /** A look at a worker, for the caller to write together with what it reads. */
    public Inserts row(Principal by, Look look, String workerId) {
        Inserts row = new Inserts();
        audit.append(row, entry(by, look.action, workerId));
        return row;
    }

    private static AuditEntry entry(Principal by, String action, String workerId) {
        return AuditEntry.of(by, action, workerId, Map.of());
    }
}
