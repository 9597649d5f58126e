package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.agency.ReviewTask;
import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.agency.TaskKind;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.agency.TaskState;
import io.tongban.api.problem.ProblemType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a person at the agency has to settle. */
final class Tasks {
    /** Why a person is needed, always. */
    static final String REASON = "deadline";

    private static final String PATH = "/v1/admin/review-tasks";

    private final Map<String, Kept> tasks = new LinkedHashMap<>();
    private final Clock clock;
    private final Ids ids;
    private BiConsumer<Subject, TaskResolution> decided = (subject, settlement) -> {};

    Tasks(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    private record Kept(Subject subject, ReviewTask task) {}

    /** @param what is done with a decision */
    void whenDecided(BiConsumer<Subject, TaskResolution> what) {
        decided = what;
    }

    List<Route> routes() {
        return List.of(
                Route.read(PATH, Scopes.AGENCY_ADMIN, this::list),
                Route.read(
                        PATH + "/{taskId}",
                        Scopes.AGENCY_ADMIN,
                        request -> kept(request).task()),
                Route.effect("POST", PATH + "/{taskId}/resolution", Scopes.AGENCY_ADMIN, 200, this::settle));
    }

    void open(Subject subject) {
        ReviewTask task = new ReviewTask(
                ids.next("tsk_"),
                subject.of().province(subject.id()),
                TaskKind.valueOf(subject.of().kind()),
                subject.id(),
                subject.of().partner(subject.id()),
                REASON,
                clock.instant(),
                TaskState.OPEN,
                null,
                null,
                null,
                1);
        tasks.put(task.id(), new Kept(subject, task));
    }

    /** The province answered after all, or the test in its place: nobody has to decide any more. */
    void answered(Subject subject) {
        tasks.values().stream()
                .filter(each -> each.subject().equals(subject) && each.task().state() == TaskState.OPEN)
                .toList()
                .forEach(each -> close(each, null, "province"));
    }

    private ReviewTaskPage list(Request request) {
        List<ReviewTask> found = new ArrayList<>();
        tasks.values().stream()
                .map(Kept::task)
                .filter(each ->
                        request.query("province").map(each.province()::equals).orElse(true))
                .filter(each ->
                        request.query("state").map(each.state().name()::equals).orElse(true))
                .forEach(found::add);
        return new PageCut<>(request, ReviewTask::id, Comparator.<String>naturalOrder())
                .cut(found, ReviewTaskPage::new);
    }

    private ReviewTask settle(Request request) {
        Kept kept = kept(request);
        TaskResolution settlement = request.body(TaskResolution.class);
        if (kept.task().state() == TaskState.SETTLED) {
            throw Refused.with(ProblemType.TASK_SETTLED);
        }
        check(kept.task(), settlement);
        ReviewTask settled = close(kept, settlement.outcome(), request.clientId());
        decided.accept(kept.subject(), settlement);
        return settled;
    }

    private static void check(ReviewTask task, TaskResolution said) {
        boolean booked = said.outcome() == TaskOutcome.BOOKED;
        boolean withholding = task.kind() == TaskKind.WITHHOLDING;
        boolean ofWithholding = said.provinceReceipt() != null && said.bookedAt() != null && said.amountFen() != null;
        boolean noneOfWithholding =
                said.provinceReceipt() == null && said.bookedAt() == null && said.amountFen() == null;
        if (booked && task.kind() == TaskKind.CHANGE) {
            boolean receiptAlone = said.provinceReceipt() != null
                    && said.bookedAt() == null
                    && said.amountFen() == null
                    && said.personNumber() == null;
            if (!receiptAlone) {
                throw Refused.with(ProblemType.RESOLUTION_INVALID);
            }
            return;
        }
        boolean fits = booked
                ? (withholding
                        ? ofWithholding && said.personNumber() == null
                        : noneOfWithholding && said.personNumber() != null)
                : noneOfWithholding && said.personNumber() == null;
        if (!fits) {
            throw Refused.with(ProblemType.RESOLUTION_INVALID);
        }
    }

    private ReviewTask close(Kept kept, @Nullable TaskOutcome outcome, String by) {
        ReviewTask open = kept.task();
        ReviewTask settled = new ReviewTask(
                open.id(),
                open.province(),
                open.kind(),
                open.subjectId(),
                open.partner(),
                open.reason(),
                open.openedAt(),
                TaskState.SETTLED,
                clock.instant(),
                outcome,
                by,
                open.revision() + 1);
        tasks.put(open.id(), new Kept(kept.subject(), settled));
        return settled;
    }

    private Kept kept(Request request) {
        return Optional.ofNullable(tasks.get(request.path("taskId")))
                .orElseThrow(() -> Refused.with(ProblemType.TASK_NOT_FOUND));
    }
}
