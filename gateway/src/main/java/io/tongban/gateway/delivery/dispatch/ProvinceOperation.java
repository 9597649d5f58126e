package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a room gives to dispatch for each kind of province command that it makes: a bean. Every method runs in a short
 * transaction; none is open while the province is called. Locks are taken in one order by all: the outbox row, the
 * subject, its review task.
 */
public interface ProvinceOperation {
    /** Kind of the outbox entries that this task serves, such as {@code province.withhold}. */
    String kind();

    /** The same, for a person. */
    ReviewTask.Kind taskKind();

    /** The command of this subject, with the serial it was given once; empty if it is settled, and nothing is to do. */
    Optional<ProvinceCommand> command(Handle handle, String subjectId);

    /**
     * Asked before the first send, in the transaction that marks the entry as sent. What it settles instead is settled
     * in this transaction.
     */
    default Readiness ready(Handle handle, String subjectId) {
        return Readiness.GO;
    }

    /** Called just before the first send, in the transaction that marks the entry as sent. */
    void sending(Handle handle, String subjectId);

    /**
     * Books the outcome, if the reply is one and the subject is open; else leaves all as it is, and {@link #match} says
     * why.
     *
     * @return whether this reply settled it
     */
    boolean settle(Handle handle, String subjectId, ProvinceReply reply);

    /** Client id of the partner that asked for it first. */
    String partner(Handle handle, String subjectId);

    /**
     * From now on a person settles it, in the transaction that removes the outbox entry and opens the task. Without
     * effect on a subject that waits for a person already, or is settled.
     */
    void awaitReview(Handle handle, String subjectId);

    /** The subject whose command bears this serial at this province. */
    Optional<String> subjectOf(Handle handle, ProvinceCode province, String serial);

    /** What a reply means to the subject; locks the subject until the transaction ends. */
    OutcomeMatch match(Handle handle, String subjectId, ProvinceReply reply);

    /**
     * What it means to the subject that the province took back what it had booked; locks the subject until the
     * transaction ends.
     */
    OutcomeMatch matchReversal(Handle handle, String subjectId);

    /**
     * Takes the booking back; called only where a reversal {@link OutcomeMatch#SETTLES}.
     *
     * @param at when the province took it back, by its clock
     */
    void reverse(Handle handle, String subjectId, Instant at);
}
