package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * Whether its commands are got ready and settled in sets. {@link #ready} is not asked of these: they may always go.
     */
    default boolean inSets() {
        return false;
    }

    /** As {@link #command}, by subject; what is settled is missing. */
    default Map<String, ProvinceCommand> commands(Handle handle, List<String> subjectIds) {
        Map<String, ProvinceCommand> commands = new HashMap<>();
        subjectIds.forEach(id -> command(handle, id).ifPresent(command -> commands.put(id, command)));
        return commands;
    }

    /**
     * Asked before the first send, in the transaction that marks the entry as sent. What it settles instead is settled
     * in this transaction.
     */
    default Readiness ready(Handle handle, String subjectId) {
        return Readiness.GO;
    }

    /** Called just before the first send, in the transaction that marks the entry as sent. */
    void sending(Handle handle, String subjectId);

    /** As {@link #sending(Handle, String)}, of several. */
    default void sending(Handle handle, List<String> subjectIds) {
        subjectIds.forEach(id -> sending(handle, id));
    }

    /**
     * Books the outcome, if the reply is one and the subject is open; else leaves all as it is, and {@link #match} says
     * why.
     *
     * @return whether this reply settled it
     */
    boolean settle(Handle handle, String subjectId, ProvinceReply reply);

    /**
     * As {@link #settle(Handle, String, ProvinceReply)}, of several.
     *
     * @param replies by subject
     * @return the subjects that were settled
     */
    default Set<String> settle(Handle handle, Map<String, ProvinceReply> replies) {
        return replies.entrySet().stream()
                .filter(each -> settle(handle, each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

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
