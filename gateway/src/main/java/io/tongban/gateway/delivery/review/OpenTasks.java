package io.tongban.gateway.delivery.review;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.review.ReviewTask.Outcome;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.province.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tasks as delivery sees them: opened where no system can go on, and closed again when the province answers. */
@ApplicationScoped
public class OpenTasks {
    /** As who settled it, where that was no person. */
    private static final String PROVINCE = "province";

    private final Steps steps;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public OpenTasks(Steps steps, Audit audit, Clock clock) {
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks a person, in the caller's transaction, which holds the subject.
     *
     * @return false if a person is asked about the subject already; then nothing changes
     */
    public boolean open(Handle handle, NewTask task) {
        Instant now = clock.instant();
        String id = Ids.next("tsk_");
        if (!TaskStore.insert(handle, id, task, now)) {
            return false;
        }
        steps.note(handle, task.subjectId(), Step.once(Step.What.TASK_OPENED, null, task.reason(), now));
        audit.append(
                handle,
                new AuditEntry(
                        Actor.gateway(),
                        tenant(task.kind(), task.clientId()),
                        "task.opened",
                        id,
                        Map.of(
                                "subject", task.subjectId(),
                                "province", task.province().value(),
                                "reason", task.reason())));
        return true;
    }

    /** The province has answered after all: nobody needs to look at it any more. Without effect if nobody was asked. */
    public void answered(Handle handle, String subjectId, Outcome outcome) {
        settle(handle, subjectId, outcome, null, null);
    }

    /**
     * What was asked about for this reason is so no more. Without effect if nobody was asked, or for another reason.
     */
    public void obsolete(Handle handle, String subjectId, String reason, Outcome outcome) {
        if (TaskStore.isOpen(handle, subjectId, reason)) {
            settle(handle, subjectId, outcome, null, null);
        }
    }

    /** A row of a province's books that nobody asked for is nobody's. */
    private static String tenant(ReviewTask.Kind kind, String clientId) {
        return kind == ReviewTask.Kind.DIFFERENCE ? AuditEntry.NOBODYS : clientId;
    }

    /** @param officer null if the province has answered */
    Optional<ReviewTask> settle(
            Handle handle, String subjectId, Outcome outcome, @Nullable Principal officer, @Nullable String note) {
        Instant now = clock.instant();
        Optional<ReviewTask> settled =
                TaskStore.settle(handle, subjectId, outcome, now, officer == null ? PROVINCE : officer.id(), note);
        settled.ifPresent(task -> {
            String word = Words.of(outcome);
            steps.note(handle, subjectId, Step.once(Step.What.TASK_SETTLED, null, word, now));
            audit.append(
                    handle,
                    new AuditEntry(
                            officer == null ? new Actor.Province(task.province().value()) : officer,
                            tenant(task.kind(), task.clientId()),
                            "task.settled",
                            task.id(),
                            note == null
                                    ? Map.of("subject", subjectId, "outcome", outcome.name())
                                    : Map.of("subject", subjectId, "outcome", outcome.name(), "note", note)));
        });
        return settled;
    }
}
