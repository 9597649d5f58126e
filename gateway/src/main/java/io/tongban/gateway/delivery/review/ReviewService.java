package io.tongban.gateway.delivery.review;

import io.quarkus.arc.All;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.review.ReviewTask.Outcome;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
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
public class ReviewService implements ReviewTasks {
    private static final Pattern CURSOR = Pattern.compile("tsk_[0-9a-z]{26}");
    /** Where nobody can inquire, a person's word that the province has it not is all there is: it is sent afresh. */
    private static final Set<String> BEYOND_INQUIRY = Set.of("not-inquirable", "version-ended");

    private final List<ReviewSubject> subjects;
    private final List<SettledTaskListener> listeners;
    private final OpenTasks tasks;
    private final Outbox outbox;

    @Inject
    public ReviewService(
            @All List<ReviewSubject> subjects,
            @All List<SettledTaskListener> listeners,
            OpenTasks tasks,
            Outbox outbox) {
        this.subjects = subjects;
        this.listeners = listeners;
        this.tasks = tasks;
        this.outbox = outbox;
    }

    @Override
    public TaskPage list(Handle handle, TaskFilter filter, @Nullable String cursor, @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        // One more than asked for, to know whether there is a next page.
        List<ReviewTask> found = TaskStore.page(handle, filter, cursor == null ? "" : cursor, size + 1);
        return found.size() <= size
                ? new TaskPage(found, null)
                : new TaskPage(found.subList(0, size), found.get(size - 1).id());
    }

    @Override
    public ReviewTask read(Handle handle, String taskId) {
        return TaskStore.find(handle, taskId).orElseThrow(() -> new ProblemException(ProblemType.TASK_NOT_FOUND));
    }

    /** The subject is locked before the task, as by all who settle it: whoever comes second finds it settled. */
    @Override
    public ReviewTask settle(Handle handle, String taskId, Resolution settlement, Principal officer) {
        ReviewTask asked = read(handle, taskId);
        ReviewSubject subject = subject(asked.kind());
        subject.hold(handle, asked.subjectId());
        TaskStore.Held held = TaskStore.hold(handle, taskId).orElseThrow();
        if (held.task().state() == ReviewTask.State.SETTLED) {
            throw new ProblemException(ProblemType.TASK_SETTLED);
        }
        if (settlement instanceof Resolution.SendAgain) {
            sendAgain(handle, subject, held);
        } else {
            subject.decide(handle, asked.subjectId(), settlement, officer);
        }
        listeners.forEach(listener -> listener.settled(handle, held.task(), settlement));
        return tasks.settle(handle, asked.subjectId(), outcome(settlement), officer, settlement.note())
                .orElseThrow();
    }

    private void sendAgain(Handle handle, ReviewSubject subject, TaskStore.Held held) {
        Instant sentAt = held.sentAt();
        OutboxEntry entry = subject.sendAgain(handle, held.task().subjectId(), sentAt != null);
        outbox.appendAgain(handle, entry, BEYOND_INQUIRY.contains(held.task().reason()) ? null : sentAt);
    }

    private static Outcome outcome(Resolution settlement) {
        if (settlement instanceof Resolution.SendAgain) {
            return Outcome.SEND_AGAIN;
        }
        return settlement instanceof Resolution.NotBooked ? Outcome.NOT_BOOKED : Outcome.BOOKED;
    }

    private ReviewSubject subject(ReviewTask.Kind kind) {
        return subjects.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no room settles " + kind));
    }
}
