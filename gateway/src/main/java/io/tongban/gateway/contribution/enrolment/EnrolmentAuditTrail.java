package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells later readers of the audit log. */
@ApplicationScoped
public class EnrolmentAuditTrail implements EnrolmentListener {
    private final Audit audit;

    @Inject
    public EnrolmentAuditTrail(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void changed(Handle handle, Actor actor, PersonEnrolment enrolment) {
        ProblemType refusal = enrolment.refusal();
        String state = Words.of(enrolment.state());
        audit.append(
                handle,
                new AuditEntry(
                        actor,
                        enrolment.clientId(),
                        "enrolment." + state,
                        enrolment.id(),
                        refusal == null ? Map.of() : Map.of("refusal", refusal.code())));
    }
}
