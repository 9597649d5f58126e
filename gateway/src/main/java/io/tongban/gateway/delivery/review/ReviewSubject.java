package io.tongban.gateway.delivery.review;

import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Principal;
import org.jdbi.v3.core.Handle;

/** What a room gives to the counter for each kind of subject that a person may have to settle: a bean. */
public interface ReviewSubject {
    ReviewTask.Kind kind();

    /** Locks the subject until the transaction ends. All who settle it do this before they touch its task. */
    void hold(Handle handle, String subjectId);

    /**
     * Gives the subject the outcome that a person found out, with audit entry and webhook. A subject that is final
     * already, because the province contradicted it, is only changed where that can be told to the partner.
     *
     * @param settlement not {@link Resolution.SendAgain}
     * @param officer who decided it
     * @throws io.tongban.gateway.platform.problem.ProblemException resolution-invalid
     */
    void decide(Handle handle, String subjectId, Resolution settlement, Principal officer);

    /**
     * Puts the subject back on its way.
     *
     * @param sentBefore whether its command went out before
     * @return what to append to the outbox
     * @throws io.tongban.gateway.platform.problem.ProblemException resolution-invalid if it is final
     */
    OutboxEntry sendAgain(Handle handle, String subjectId, boolean sentBefore);
}
