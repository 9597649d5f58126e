package io.tongban.gateway.contribution.withholding;

import io.quarkus.arc.All;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Tells all listeners of withholdings that came to another state, and knows none of them. */
@ApplicationScoped
public class WithholdingEvents {
    private final List<WithholdingListener> listeners;

    @Inject
    public WithholdingEvents(@All List<WithholdingListener> listeners) {
        this.listeners = listeners;
    }

    /**
     * In the transaction of the change.
     *
     * @param actor who changed it, as in {@link AuditEntry#actor()}
     */
    void tell(Handle handle, Actor actor, WithholdingRecord withholding) {
        tell(handle, List.of(new WithholdingChange(actor, withholding)));
    }

    /** As above, of several. */
    void tell(Handle handle, List<WithholdingChange> changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.changed(handle, changes));
        }
    }
}
