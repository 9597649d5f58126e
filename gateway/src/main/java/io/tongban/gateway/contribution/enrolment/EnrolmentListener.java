package io.tongban.gateway.contribution.enrolment;

import io.tongban.gateway.platform.principal.Actor;
import org.jdbi.v3.core.Handle;

/** Hears of enrolments that came to another state. */
public interface EnrolmentListener {
    /**
     * Called in the transaction that settles, or hands the enrolment to a person.
     *
     * @param actor who changed it, as in {@link io.tongban.gateway.platform.audit.AuditEntry#actor()}
     */
    void changed(Handle handle, Actor actor, PersonEnrolment enrolment);
}
