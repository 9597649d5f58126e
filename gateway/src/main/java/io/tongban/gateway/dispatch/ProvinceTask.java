package io.tongban.gateway.dispatch;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a room gives to dispatch for each kind of province command that it makes: a bean. Every method runs in a short
 * transaction; none is open while the province is called.
 */
public interface ProvinceTask {
    /** Kind of the outbox entries that this task serves, such as {@code province.withhold}. */
    String kind();

    /** The command of this subject, with the serial it was given once; empty if it is settled, and nothing is to do. */
    Optional<ProvinceCommand> command(Handle handle, String subjectId);

    /** Called just before the first send, in the transaction that marks the entry as sent. */
    void sending(Handle handle, String subjectId);

    /**
     * Books the outcome, in the transaction that removes the outbox entry. Must be idempotent: a subject that is
     * settled already stays as it is.
     *
     * @param reply Accepted or Refused
     */
    void settle(Handle handle, String subjectId, ProvinceReply reply);
}
