package io.tongban.gateway.dispatch;

import io.tongban.gateway.counter.CounterSubject;
import io.tongban.gateway.counter.Settlement;
import io.tongban.gateway.counter.Task;
import io.tongban.gateway.outbox.OutboxEntry;
import org.jdbi.v3.core.Handle;

/** What a room would let a person do with the subjects of {@link BookTask}. */
final class BookAtCounter implements CounterSubject {
    private final Death death;

    BookAtCounter(Death death) {
        this.death = death;
    }

    @Override
    public Task.Kind kind() {
        return Task.Kind.WITHHOLDING;
    }

    @Override
    public void hold(Handle handle, String subjectId) {
        BookTask.held(handle, subjectId);
    }

    @Override
    public void decide(Handle handle, String subjectId, Settlement settlement, String operator) {
        BookTask.change(handle, subjectId, settlement instanceof Settlement.NotBooked ? "REFUSED" : "CONFIRMED", 1);
        death.at("decide");
    }

    @Override
    public OutboxEntry sendAgain(Handle handle, String subjectId, boolean sentBefore) {
        BookTask.change(handle, subjectId, sentBefore ? "IN_PROCESS" : "ACCEPTED", 0);
        death.at("send again");
        return new OutboxEntry(BookTask.KIND, subjectId, "province:44");
    }
}
