package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment.State;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewSubject;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.spool.Spool;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Settles enrolments by what a person found out. */
@ApplicationScoped
public class EnrolmentReview implements ReviewSubject {
    private final InsuredPersons persons;
    private final EnrolmentEvents events;
    private final Spool spool;
    private final Clock clock;

    @Inject
    public EnrolmentReview(Pii pii, EnrolmentEvents events, Spool spool, Clock clock) {
        this.persons = new InsuredPersons(pii);
        this.events = events;
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public ReviewTask.Kind kind() {
        return ReviewTask.Kind.ENROLMENT;
    }

    @Override
    public void hold(Handle handle, String enrolmentId) {
        EnrolmentStore.hold(handle, enrolmentId);
    }

    @Override
    public void decide(Handle handle, String enrolmentId, Resolution settlement, Principal officer) {
        EnrolmentRow before = EnrolmentStore.hold(handle, enrolmentId);
        // A line that still waits for its file would be registered against what the person found.
        spool.withdraw(handle, before.enrolment().province(), before.serial());
        Optional<EnrolmentRow> changed;
        if (settlement instanceof Resolution.Registered registered) {
            changed = enrol(handle, before, registered.personNumber());
        } else if (settlement instanceof Resolution.NotBooked) {
            changed = refuse(handle, before.enrolment());
        } else {
            throw invalid("The task is about an enrolment", "/provinceReceipt");
        }
        changed.ifPresent(row -> events.tell(handle, officer, row.enrolment()));
    }

    private Optional<EnrolmentRow> enrol(Handle handle, EnrolmentRow before, String personNumber) {
        State state = before.enrolment().state();
        if (state == State.REFUSED) {
            // The partner was told so, and may have registered the person again.
            throw invalid("The enrolment is REFUSED: the province has to undo the registration", null);
        }
        if (state == State.ENROLLED && !persons.hasPersonNumber(before, personNumber)) {
            throw invalid("The person is enrolled under another number", "/personNumber");
        }
        return state == State.ENROLLED
                ? Optional.empty()
                : EnrolmentStates.enrol(handle, before.enrolment().id(), persons.sealPersonNumber(personNumber), now());
    }

    private Optional<EnrolmentRow> refuse(Handle handle, PersonEnrolment before) {
        if (before.isEnrolled()) {
            throw invalid("The person is enrolled, and may have been withheld for", null);
        }
        return EnrolmentStates.refuse(handle, before.id(), ProblemType.PROVINCE_REFUSED_ON_REVIEW, now());
    }

    @Override
    public OutboxEntry sendAgain(Handle handle, String enrolmentId, boolean sentBefore) {
        return EnrolmentStates.sendAgain(handle, enrolmentId, now())
                .map(row -> EnrolmentOperation.entry(row.enrolment()))
                .orElseThrow(() -> invalid("The enrolment has its outcome", null));
    }

    private Instant now() {
        return clock.instant();
    }

    private static ProblemException invalid(String detail, @Nullable String pointer) {
        return new ProblemException(ProblemType.RESOLUTION_INVALID, detail, pointer);
    }
}
