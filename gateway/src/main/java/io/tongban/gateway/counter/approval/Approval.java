package io.tongban.gateway.counter.approval;

import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a maker asked for, as it was signed.
 *
 * @param state as it is stored: what is {@code PENDING} past {@code expiresAt} has expired, see {@link #state(Instant)}
 * @param subject what it is about
 * @param content all that was signed but the body, which stands sealed beside
 * @param maker who asked
 * @param checker who signed beside; null before
 * @param effectId of what it became; null where nothing happened
 */
public record Approval(
        String id,
        State state,
        String clientId,
        Subject subject,
        OperatorContent content,
        Signed maker,
        @Nullable Signed checker,
        @Nullable String effectId,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Instant closedAt) {
    public enum State {
        PENDING,
        CONFIRMED,
        WITHDRAWN,
        EXPIRED
    }

    /**
     * @param operation id of the operation
     * @param rule id of the rule that asks for a second person
     * @param reference the bank's own name of it
     * @param amountFen whole fen
     * @param point reference of the counter or terminal
     */
    public record Subject(
            String operation, String rule, String reference, String workerId, long amountFen, String point) {}

    /** @param staffNumber of whose signature it is */
    public record Signed(String staffNumber, OperatorSignature signature) {}

    /** Whatever the housekeeping has got to by now. */
    public State state(Instant now) {
        return state == State.PENDING && !now.isBefore(expiresAt) ? State.EXPIRED : state;
    }

    /** Rises by the one change that there is: it is signed beside, withdrawn, or expires. */
    long revision(Instant now) {
        return state(now) == State.PENDING ? 1 : 2;
    }

    /** When it was closed, or would have to be. */
    @Nullable
    Instant closedAt(Instant now) {
        return state == State.PENDING && state(now) == State.EXPIRED ? expiresAt : closedAt;
    }
}
