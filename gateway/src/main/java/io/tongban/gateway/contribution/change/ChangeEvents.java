package io.tongban.gateway.contribution.change;

import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.webhook.Webhooks;
import io.tongban.province.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells the partner, and later readers of the audit log, in the transaction of the change. */
@ApplicationScoped
public class ChangeEvents {
    private final Audit audit;
    private final Webhooks webhooks;

    @Inject
    public ChangeEvents(Audit audit, Webhooks webhooks) {
        this.audit = audit;
        this.webhooks = webhooks;
    }

    void accepted(Handle handle, Actor actor, ChangeRecord change) {
        audit.append(handle, new AuditEntry(actor, change.clientId(), "change.accepted", change.id(), asked(change)));
    }

    private static Map<String, Object> asked(ChangeRecord change) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "worker", change.workerId(),
                "province", change.province().value(),
                "change", change.word(),
                "consent", change.consentReference()));
        ChangeRecord.OfInsurance of = change.of();
        if (of != null) {
            facts.put("insurance", of.insurance().value());
            facts.put("from", of.from().toString());
        }
        return facts;
    }

    /** Of what was never accepted, so that no other entry says what it was. */
    void refusedUnsent(Handle handle, ChangeRecord change) {
        tell(handle, Actor.gateway(), change, asked(change));
    }

    /** @param actor who changed it, as in {@link AuditEntry#actor()} */
    void tell(Handle handle, Actor actor, ChangeRecord change) {
        tell(handle, actor, change, new HashMap<>());
    }

    private void tell(Handle handle, Actor actor, ChangeRecord change, Map<String, Object> facts) {
        if (change.refusal() != null) {
            facts.put("refusal", change.refusal().code());
        }
        if (change.provinceReceipt() != null) {
            facts.put("provinceReceipt", change.provinceReceipt());
        }
        audit.append(
                handle,
                new AuditEntry(actor, change.clientId(), "change." + Words.of(change.state()), change.id(), facts));
        webhooks.appendAll(
                handle,
                List.of(Webhooks.NewEvent.of(
                        change.clientId(), ChangeMapper.eventOf(change.state()), ChangeMapper.toWire(change))));
    }
}
