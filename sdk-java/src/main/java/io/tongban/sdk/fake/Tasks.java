package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.agency.CounterTask;
import io.tongban.api.agency.CounterTaskPage;
import io.tongban.api.agency.TaskKind;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskSettlement;
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

    private static final String PATH = "/v1/admin/tasks";

    private final Map<String, Kept> tasks = new LinkedHashMap<>();
    private final Clock clock;
    private final Ids ids;
    private BiConsumer<Subject, TaskSettlement> decided = (subject, settlement) -> {};

    Tasks(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    private record Kept(Subject subject, CounterTask task) {}

    /** @param what is done with a decision */
    void whenDecided(BiConsumer<Subject, TaskSettlement> what) {
        decided = what;
    }

    List<Route> routes() {
        return List.of(
                Route.read(PATH, Scopes.AGENCY_ADMIN, this::list),
                Route.read(
                        PATH + "/{taskId}",
                        Scopes.AGENCY_ADMIN,
                        request -> kept(request).task()),
                Route.effect("POST", PATH + "/{taskId}/settlement", Scopes.AGENCY_ADMIN, 200, this::settle));
    }

    void open(Subject subject) {
        CounterTask task = new CounterTask(
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
                null);
        tasks.put(task.id(), new Kept(subject, task));
    }

    /** The province answered after all, or the test in its place: nobody has to decide any more. */
    void answered(Subject subject) {
        tasks.values().stream()
                .filter(each -> each.subject().equals(subject) && each.task().state() == TaskState.OPEN)
                .toList()
                .forEach(each -> close(each, null, "province"));
    }

    private CounterTaskPage list(Request request) {
        List<CounterTask> found = new ArrayList<>();
        tasks.values().stream()
                .map(Kept::task)
                .filter(each ->
                        request.query("province").map(each.province()::equals).orElse(true))
                .filter(each ->
                        request.query("state").map(each.state().name()::equals).orElse(true))
                .forEach(found::add);
        return new PageCut<>(request, CounterTask::id, Comparator.<String>naturalOrder())
                .cut(found, CounterTaskPage::new);
    }

    private CounterTask settle(Request request) {
        Kept kept = kept(request);
        TaskSettlement settlement = request.body(TaskSettlement.class);
        if (kept.task().state() == TaskState.SETTLED) {
            throw Refused.with(ProblemType.TASK_SETTLED);
        }
        check(kept.task(), settlement);
        CounterTask settled = close(kept, settlement.outcome(), request.clientId());
        decided.accept(kept.subject(), settlement);
        return settled;
    }

    private static void check(CounterTask task, TaskSettlement said) {
        boolean booked = said.outcome() == TaskOutcome.BOOKED;
        boolean withholding = task.kind() == TaskKind.WITHHOLDING;
        boolean ofWithholding = said.provinceReceipt() != null && said.bookedAt() != null && said.amountFen() != null;
        boolean noneOfWithholding =
                said.provinceReceipt() == null && said.bookedAt() == null && said.amountFen() == null;
        boolean fits = booked
                ? (withholding
                        ? ofWithholding && said.personNumber() == null
                        : noneOfWithholding && said.personNumber() != null)
                : noneOfWithholding && said.personNumber() == null;
        if (!fits) {
            throw Refused.with(ProblemType.SETTLEMENT_INVALID);
        }
    }

    private CounterTask close(Kept kept, @Nullable TaskOutcome outcome, String by) {
        CounterTask open = kept.task();
        CounterTask settled = new CounterTask(
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
                by);
        tasks.put(open.id(), new Kept(kept.subject(), settled));
        return settled;
    }

    private Kept kept(Request request) {
        return Optional.ofNullable(tasks.get(request.path("taskId")))
                .orElseThrow(() -> Refused.with(ProblemType.TASK_NOT_FOUND));
    }
}
