package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.province.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
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
    public void changed(Handle handle, String actor, WithholdingRecord withholding) {
        Map<String, Object> facts = new HashMap<>();
        if (withholding.refusal() != null) {
            facts.put("refusal", withholding.refusal().code());
        }
        if (withholding.provinceReceipt() != null) {
            facts.put("provinceReceipt", withholding.provinceReceipt());
        }
        String state = Words.of(withholding.state());
        audit.append(handle, new AuditEntry(actor, "withholding." + state, withholding.id(), facts));
    }
}
