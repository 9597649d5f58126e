package io.tongban.gateway.delivery.review;

import io.tongban.province.ProvinceCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to settle. No personal data.
 *
 * @param subjectId id of the withholding, the enrolment or the row
 * @param clientId the partner that asked for it; {@code none} of a row that nobody asked for
 * @param reason one stable word: {@code manual}, {@code deadline}, {@code amount-differs}, {@code version-ended},
 *     {@code not-inquirable}, {@code contradiction}, {@code missing-there} or {@code unknown-here}
 * @param settled absent while the task is open
 */
public record ReviewTask(
        String id,
        ProvinceCode province,
        Kind kind,
        String subjectId,
        String clientId,
        String reason,
        Instant openedAt,
        @Nullable Settled settled) {
    /** What it is about. */
    public enum Kind {
        WITHHOLDING,
        ENROLMENT,
        /** A row of a day's books that belongs to none of our withholdings. */
        DIFFERENCE,
        CHANGE
    }

    /** Whether it waits for someone. */
    public enum State {
        OPEN,
        SETTLED
    }

    /** What was decided. */
    public enum Outcome {
        BOOKED,
        NOT_BOOKED,
        SEND_AGAIN
    }

    /** @param by client id of the operator, or {@code province} if it answered after all */
    public record Settled(Instant at, Outcome outcome, String by) {}

    /** Rises by the one change that there is: somebody, or the province, settles it. */
    public long revision() {
        return settled == null ? 1 : 2;
    }

    public State state() {
        return settled == null ? State.OPEN : State.SETTLED;
    }
}
