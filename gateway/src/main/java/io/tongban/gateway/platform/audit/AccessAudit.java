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
    private final PartnerAlerts alerts;
    private final LookBounds bounds;

    AccessAudit(Audit audit, PartnerAlerts alerts, LooksConfig config, Clock clock) {
        this.audit = audit;
        this.alerts = alerts;
        this.bounds = new LookBounds(config, clock);
    }

    /**
     * Appends the look in the caller's transaction, or by itself where there is none.
     *
     * @param by who looks
     * @param workerId of whom
     * @throws ProblemException looks-exceeded if a status is read once too often; the agency is told by the same handle,
     *     so it is not to be one of a transaction that is rolled back then
     */
    public void looked(Handle handle, Principal by, Look look, String workerId) {
        // A status shows what others paid; what a partner said of its workers itself it may read as often as it likes.
        if (look == Look.STATUS_READ) {
            bounds.count(by.tenant()).ifPresent(wait -> {
                alerts.raise(handle, by.tenant(), AlertKind.STATUS_LOOKS);
                throw new ProblemException(ProblemType.LOOKS_EXCEEDED).retryAfter(wait);
            });
        }
        audit.append(handle, entry(by, look, workerId));
    }

    /**
     * As {@link #looked}, for the caller to write together with what it reads; the worker is its partner's own.
     *
     * @throws IllegalArgumentException for a status, whose looks are bounded
     */
    public Inserts row(Principal by, Look look, String workerId) {
        if (look == Look.STATUS_READ) {
            throw new IllegalArgumentException("looks at a status are counted");
        }
        Inserts row = new Inserts();
        audit.append(row, entry(by, look, workerId));
        return row;
    }

    private static AuditEntry entry(Principal by, Look look, String workerId) {
        return AuditEntry.of(by, look.action, workerId, Map.of());
    }
}
