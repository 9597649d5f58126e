package io.tongban.gateway.contribution.change;

import io.tongban.gateway.contribution.change.ChangeRecord.Correction;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.platform.principal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;

/** What follows from a change that came to another state. */
@ApplicationScoped
public class ChangeOutcomes {
    private final EnrolmentService enrolments;
    private final WorkerService workers;
    private final ChangeEvents events;

    @Inject
    public ChangeOutcomes(EnrolmentService enrolments, WorkerService workers, ChangeEvents events) {
        this.enrolments = enrolments;
        this.workers = workers;
        this.events = events;
    }

    /** A name that the province has put right is the one that it wants to hear from then on, from whichever partner. */
    void settled(Handle handle, Actor actor, ChangeRecord change) {
        Correction right = change.right();
        if (right != null && change.state() == ChangeRecord.State.CONFIRMED) {
            // One after the other: what is confirmed may be older than what was confirmed before.
            enrolments.hold(handle, change.personId(), change.province());
            Correction there = ChangeStore.leftOfPerson(handle, change, right);
            enrolments.correct(handle, change.personId(), change.province(), there.name(), there.mobile());
            Correction own = ChangeStore.leftOfWorker(handle, change, right);
            workers.correct(handle, change.workerId(), own.name(), own.mobile());
        }
        events.tell(handle, actor, change);
    }
}
