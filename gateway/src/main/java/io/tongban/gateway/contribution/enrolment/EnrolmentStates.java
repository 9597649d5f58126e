package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Table enrolment: from state to state. Each statement names the states it leads from, so that none is passed twice. */
final class EnrolmentStates {
    private EnrolmentStates() {}

    /** Goes to the province; whoever calls this holds all enrolments of the person there. */
    static void toProvince(Handle handle, String id) {
        handle.createUpdate("UPDATE enrolment SET at_province = true WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** Will be answered by another enrolment of the person, not before this instant. */
    static void answerDue(Handle handle, String id, Instant due) {
        handle.createUpdate("UPDATE enrolment SET answer_due = :due WHERE id = :id")
                .bind("id", id)
                .bind("due", due)
                .execute();
    }

    /** @return the enrolment that waits for a person now; empty if it did before, or is settled */
    static Optional<EnrolmentRow> awaitReview(Handle handle, String id, Instant now) {
        return changed(
                handle.createQuery("""
                        UPDATE enrolment SET revision = revision + 1, state = 'AWAITING_REVIEW', updated_at = :now
                        WHERE id = :id AND state = 'PENDING' RETURNING
                        """ + EnrolmentRow.COLUMNS).bind("id", id).bind("now", now));
    }

    /** @return the enrolment that is on its way again; empty unless it waited for a person */
    static Optional<EnrolmentRow> sendAgain(Handle handle, String id, Instant now) {
        return changed(
                handle.createQuery("""
                        UPDATE enrolment SET revision = revision + 1, state = 'PENDING', updated_at = :now
                        WHERE id = :id AND state = 'AWAITING_REVIEW' RETURNING
                        """ + EnrolmentRow.COLUMNS).bind("id", id).bind("now", now));
    }

    /** @return the settled enrolment; empty if it was settled before */
    static Optional<EnrolmentRow> enrol(Handle handle, String id, byte[] personNumber, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE enrolment SET revision = revision + 1, state = 'ENROLLED', person_number = :personNumber, updated_at = :now
                        WHERE id = :id AND state IN ('PENDING', 'AWAITING_REVIEW') RETURNING
                        """ + EnrolmentRow.COLUMNS)
                .bind("id", id)
                .bind("personNumber", personNumber)
                .bind("now", now));
    }

    /** @return the settled enrolment; empty if it was settled before */
    static Optional<EnrolmentRow> refuse(Handle handle, String id, ProblemType refusal, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE enrolment SET revision = revision + 1, state = 'REFUSED', refusal = :refusal, updated_at = :now
                        WHERE id = :id AND state IN ('PENDING', 'AWAITING_REVIEW') RETURNING
                        """ + EnrolmentRow.COLUMNS)
                .bind("id", id)
                .bind("refusal", refusal.code())
                .bind("now", now));
    }

    private static Optional<EnrolmentRow> changed(Query query) {
        return query.map(EnrolmentRow::of).findOne();
    }
}
