package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.province.ProvinceReply;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Something that a province said of a command by itself. */
sealed interface ProvinceNotice {
    /** Of the command that it is about; as it came, so not to be written anywhere unchecked. */
    String serial();

    /** @return whether this settled the subject; if not, {@link #match} says what it means */
    boolean settle(Handle handle, ProvinceOperation operation, String subjectId);

    OutcomeMatch match(Handle handle, ProvinceOperation operation, String subjectId);

    /** What it comes to for a person who was to find it out. */
    ReviewTask.Outcome finding();

    Step step(Instant at);

    /** The outcome of the command. */
    record Outcome(ProvinceReply reply) implements ProvinceNotice {
        @Override
        public String serial() {
            return reply.serial();
        }

        @Override
        public OutcomeMatch match(Handle handle, ProvinceOperation operation, String subjectId) {
            return operation.match(handle, subjectId, reply);
        }

        @Override
        public boolean settle(Handle handle, ProvinceOperation operation, String subjectId) {
            return operation.settle(handle, subjectId, reply);
        }

        @Override
        public ReviewTask.Outcome finding() {
            return reply instanceof ProvinceReply.Accepted ? ReviewTask.Outcome.BOOKED : ReviewTask.Outcome.NOT_BOOKED;
        }

        @Override
        public Step step(Instant at) {
            return Step.once(Step.What.ACKNOWLEDGED, reply.outcomeWord(), reply.causeWord(), at);
        }
    }

    /**
     * The province took back what it had booked.
     *
     * @param at when, by its clock
     */
    record Reversal(String serial, Instant at) implements ProvinceNotice {
        @Override
        public OutcomeMatch match(Handle handle, ProvinceOperation operation, String subjectId) {
            return operation.matchReversal(handle, subjectId);
        }

        @Override
        public boolean settle(Handle handle, ProvinceOperation operation, String subjectId) {
            if (operation.matchReversal(handle, subjectId) != OutcomeMatch.SETTLES) {
                return false;
            }
            operation.reverse(handle, subjectId, at);
            return true;
        }

        @Override
        public ReviewTask.Outcome finding() {
            return ReviewTask.Outcome.NOT_BOOKED;
        }

        @Override
        public Step step(Instant now) {
            return Step.once(Step.What.ACKNOWLEDGED, null, "reversed", now);
        }
    }
}
