package io.tongban.gateway.counter;

import io.quarkus.arc.All;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.Task.Outcome;
import io.tongban.gateway.outbox.Outbox;
import io.tongban.gateway.outbox.OutboxEntry;
import io.tongban.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists tasks, and settles each once. */
@ApplicationScoped
public class CounterService implements CounterTasks {
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;
    private static final Pattern CURSOR = Pattern.compile("tsk_[0-9a-z]{26}");
    /** Where nobody can inquire, a person's word that the province has it not is all there is: it is sent afresh. */
    private static final Set<String> BEYOND_INQUIRY = Set.of("not-inquirable", "version-ended");

    private final List<CounterSubject> subjects;
    private final OpenTasks tasks;
    private final Outbox outbox;

    @Inject
    public CounterService(@All List<CounterSubject> subjects, OpenTasks tasks, Outbox outbox) {
        this.subjects = subjects;
        this.tasks = tasks;
        this.outbox = outbox;
    }

    @Override
    public TaskPage list(Handle handle, TaskFilter filter, @Nullable String cursor, @Nullable Integer limit) {
        int size = limit == null ? USUAL_LIMIT : limit;
        if (size < 1 || size > MOST) {
            throw new ProblemException(ProblemType.HEADER_INVALID, "limit is 1 to 200");
        }
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        // One more than asked for, to know whether there is a next page.
        List<Task> found = TaskStore.page(handle, filter, cursor == null ? "" : cursor, size + 1);
        return found.size() <= size
                ? new TaskPage(found, null)
                : new TaskPage(found.subList(0, size), found.get(size - 1).id());
    }

    @Override
    public Task read(Handle handle, String taskId) {
        return TaskStore.find(handle, taskId).orElseThrow(() -> new ProblemException(ProblemType.TASK_NOT_FOUND));
    }

    /** The subject is locked before the task, as by all who settle it: whoever comes second finds it settled. */
    @Override
    public Task settle(Handle handle, String taskId, Settlement settlement, String operator) {
        Task asked = read(handle, taskId);
        CounterSubject subject = subject(asked.kind());
        subject.hold(handle, asked.subjectId());
        TaskStore.Held held = TaskStore.hold(handle, taskId).orElseThrow();
        if (held.task().state() == Task.State.SETTLED) {
            throw new ProblemException(ProblemType.TASK_SETTLED);
        }
        if (settlement instanceof Settlement.SendAgain) {
            sendAgain(handle, subject, held);
        } else {
            subject.decide(handle, asked.subjectId(), settlement, operator);
        }
        return tasks.settle(handle, asked.subjectId(), outcome(settlement), operator, settlement.note())
                .orElseThrow();
    }

    private void sendAgain(Handle handle, CounterSubject subject, TaskStore.Held held) {
        Instant sentAt = held.sentAt();
        OutboxEntry entry = subject.sendAgain(handle, held.task().subjectId(), sentAt != null);
        outbox.appendAgain(handle, entry, BEYOND_INQUIRY.contains(held.task().reason()) ? null : sentAt);
    }

    private static Outcome outcome(Settlement settlement) {
        if (settlement instanceof Settlement.SendAgain) {
            return Outcome.SEND_AGAIN;
        }
        return settlement instanceof Settlement.NotBooked ? Outcome.NOT_BOOKED : Outcome.BOOKED;
    }

    private CounterSubject subject(Task.Kind kind) {
        return subjects.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no room settles " + kind));
    }
}
