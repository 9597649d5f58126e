package io.tongban.gateway.contribution.enrolment;

import io.quarkus.arc.All;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Tells all listeners of enrolments that came to another state, and knows none of them. */
@ApplicationScoped
public class EnrolmentEvents {
    private final List<EnrolmentListener> listeners;

    @Inject
    public EnrolmentEvents(@All List<EnrolmentListener> listeners) {
        this.listeners = listeners;
    }

    /**
     * In the transaction of the change.
     *
     * @param actor who changed it, as in {@link AuditEntry#actor()}
     */
    void tell(Handle handle, Actor actor, PersonEnrolment enrolment) {
        for (EnrolmentListener listener : listeners) {
            listener.changed(handle, actor, enrolment);
        }
    }
}
