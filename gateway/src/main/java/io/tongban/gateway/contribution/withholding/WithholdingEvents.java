package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells of withholdings that came to another state: the partner by webhook, later readers by the audit log. */
@ApplicationScoped
public class WithholdingEvents {
    private final Webhooks webhooks;
    private final Audit audit;

    @Inject
    public WithholdingEvents(Webhooks webhooks, Audit audit) {
        this.webhooks = webhooks;
        this.audit = audit;
    }

    /**
     * In the transaction of the change.
     *
     * @param actor who changed it, as in {@link AuditEntry#actor()}
     */
    void tell(Handle handle, String actor, WithholdingRecord withholding) {
        note(handle, actor, withholding);
        webhooks.append(
                handle,
                withholding.clientId(),
                WithholdingMapper.eventOf(withholding.state()),
                null,
                WithholdingMapper.toWire(withholding));
    }

    private void note(Handle handle, String actor, WithholdingRecord withholding) {
        Map<String, Object> facts = new HashMap<>();
        if (withholding.refusal() != null) {
            facts.put("refusal", withholding.refusal().code());
        }
        if (withholding.provinceReceipt() != null) {
            facts.put("provinceReceipt", withholding.provinceReceipt());
        }
        String state = withholding.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.append(handle, new AuditEntry(actor, "withholding." + state, withholding.id(), facts));
    }
}
