package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells of enrolments that came to another state: the listener, and later readers by the audit log. */
@ApplicationScoped
public class EnrolmentEvents {
    private final EnrolmentListener listener;
    private final Audit audit;

    @Inject
    public EnrolmentEvents(EnrolmentListener listener, Audit audit) {
        this.listener = listener;
        this.audit = audit;
    }

    /**
     * In the transaction of the change.
     *
     * @param actor who changed it, as in {@link AuditEntry#actor()}
     */
    void tell(Handle handle, String actor, PersonEnrolment enrolment) {
        ProblemType refusal = enrolment.refusal();
        String state = enrolment.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.append(
                handle,
                new AuditEntry(
                        actor,
                        "enrolment." + state,
                        enrolment.id(),
                        refusal == null ? Map.of() : Map.of("refusal", refusal.code())));
        listener.changed(handle, enrolment);
    }
}
