package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells later readers of the audit log. */
@ApplicationScoped
public class WithholdingAuditTrail implements WithholdingListener {
    private final Audit audit;

    @Inject
    public WithholdingAuditTrail(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void changed(Handle handle, List<WithholdingChange> changes) {
        audit.appendAll(
                handle, changes.stream().map(WithholdingAuditTrail::entry).toList());
    }

    private static AuditEntry entry(WithholdingChange change) {
        WithholdingRecord withholding = change.withholding();
        Map<String, Object> facts = new HashMap<>();
        if (withholding.refusal() != null) {
            facts.put("refusal", withholding.refusal().code());
        }
        if (withholding.provinceReceipt() != null) {
            facts.put("provinceReceipt", withholding.provinceReceipt());
        }
        String state = Words.of(withholding.state());
        return new AuditEntry(change.actor(), withholding.clientId(), "withholding." + state, withholding.id(), facts);
    }

    /** @param actor who gave it, or whoever closed the month that it was collected for */
    static AuditEntry acceptance(Actor actor, WithholdingRecord accepted) {
        return new AuditEntry(
                actor,
                accepted.clientId(),
                "withholding.accepted",
                accepted.id(),
                Map.of(
                        "worker", accepted.workerId(),
                        "mandate", accepted.mandateId(),
                        "province", accepted.province().value(),
                        "insurance", accepted.insurance().value(),
                        "period", accepted.period().toString(),
                        "amountFen", accepted.amountFen()));
    }
}
