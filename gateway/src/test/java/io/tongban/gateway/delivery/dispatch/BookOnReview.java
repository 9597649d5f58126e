package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewSubject;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Principal;
import org.jdbi.v3.core.Handle;

/** What a room would let a person do with the subjects of {@link BookTask}. */
final class BookOnReview implements ReviewSubject {
    private final Death death;

    BookOnReview(Death death) {
        this.death = death;
    }

    @Override
    public ReviewTask.Kind kind() {
        return ReviewTask.Kind.WITHHOLDING;
    }

    @Override
    public void hold(Handle handle, String subjectId) {
        BookTask.held(handle, subjectId);
    }

    @Override
    public void decide(Handle handle, String subjectId, Resolution settlement, Principal officer) {
        BookTask.change(handle, subjectId, settlement instanceof Resolution.NotBooked ? "REFUSED" : "CONFIRMED", 1);
        death.at("decide");
    }

    @Override
    public OutboxEntry sendAgain(Handle handle, String subjectId, boolean sentBefore) {
        BookTask.change(handle, subjectId, sentBefore ? "IN_PROCESS" : "ACCEPTED", 0);
        death.at("send again");
        return new OutboxEntry(BookTask.KIND, subjectId, "province:44");
    }
}
