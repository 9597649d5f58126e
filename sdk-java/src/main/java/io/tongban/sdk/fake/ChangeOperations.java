package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.change.InsuranceChange;
import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.change.InsuranceChangeList;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.change.InsuranceChangeState;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.problem.Refusal;
import io.tongban.api.webhook.EventType;
import io.tongban.api.worker.EnrolmentState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accepts changes, and shows what became of them. */
final class ChangeOperations implements Subjects {
    private static final String PATH = "/v1/workers/{workerId}";

    private final Map<String, KeptChange> changes = new LinkedHashMap<>();
    private final ChangeBook book;
    private final FakeClock clock;
    private final Ids ids;
    private final WorkerOperations workers;
    private final Provinces provinces;
    private final Events events;
    private final Course course;
    private final Script script;

    ChangeOperations(
            ChangeBook book,
            FakeClock clock,
            Ids ids,
            WorkerOperations workers,
            Provinces provinces,
            Events events,
            Course course,
            Script script) {
        this.book = book;
        this.clock = clock;
        this.ids = ids;
        this.workers = workers;
        this.provinces = provinces;
        this.events = events;
        this.course = course;
        this.script = script;
    }

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH + "/changes", Scopes.WORKERS_WRITE, 202, this::change),
                Route.effect("POST", PATH + "/corrections", Scopes.WORKERS_WRITE, 202, this::correct),
                Route.read(PATH + "/changes", Scopes.WORKERS_READ, this::list),
                Route.read(PATH + "/changes/{changeId}", Scopes.WORKERS_READ, this::read));
    }

    private InsuranceChangeList change(Request request) {
        InsuranceChangeOrder order = request.body(InsuranceChangeOrder.class);
        Checks.form(order);
        checkForm(order);
        KeptWorker worker = enrolled(request, order.partnerReference(), order.consentReference(), order.province());
        YearMonth from = book.from(order.from());
        List<InsuranceChange> accepted = new ArrayList<>();
        for (String insurance : order.insurances()) {
            String pointer = "/insurances/" + accepted.size();
            book.check(worker.person(), order, insurance, from, pointer);
            if (!Provinces.INSURANCES.contains(insurance)) {
                throw Refused.at(ProblemType.INSURANCE_NOT_OFFERED, pointer);
            }
            accepted.add(new InsuranceChange(
                    ids.next("chg_"),
                    order.partnerReference(),
                    worker.id(),
                    order.province(),
                    order.change(),
                    insurance,
                    from,
                    order.baseFen(),
                    InsuranceChangeState.ACCEPTED,
                    null,
                    null,
                    clock.instant(),
                    null,
                    1));
        }
        provinces.admit(order.province());
        accepted.forEach(each -> begin(request.clientId(), worker, each, null));
        return new InsuranceChangeList(accepted);
    }

    private static void checkForm(InsuranceChangeOrder order) {
        if (order.change() == InsuranceChangeKind.CORRECT) {
            throw Refused.at(ProblemType.FIELD_INVALID, "/change");
        }
        boolean says = order.change() == InsuranceChangeKind.ENROL || order.change() == InsuranceChangeKind.CHANGE_BASE;
        if (says != (order.baseFen() != null)) {
            throw Refused.at(says ? ProblemType.FIELD_MISSING : ProblemType.FIELD_INVALID, "/baseFen");
        }
        for (int i = 1; i < order.insurances().size(); i++) {
            if (order.insurances().subList(0, i).contains(order.insurances().get(i))) {
                throw Refused.at(ProblemType.FIELD_INVALID, "/insurances/" + i);
            }
        }
    }

    private InsuranceChange correct(Request request) {
        CorrectionOrder order = request.body(CorrectionOrder.class);
        Checks.form(order);
        if (order.name() == null && order.mobile() == null) {
            throw Refused.at(ProblemType.FIELD_MISSING, "/name");
        }
        KeptWorker worker = enrolled(request, order.partnerReference(), order.consentReference(), order.province());
        provinces.admit(order.province());
        InsuranceChange accepted = new InsuranceChange(
                ids.next("chg_"),
                order.partnerReference(),
                worker.id(),
                order.province(),
                InsuranceChangeKind.CORRECT,
                null,
                null,
                null,
                InsuranceChangeState.ACCEPTED,
                null,
                null,
                clock.instant(),
                null,
                1);
        begin(request.clientId(), worker, accepted, order);
        return accepted;
    }

    void begin(String clientId, KeptWorker worker, InsuranceChange change, @Nullable CorrectionOrder right) {
        changes.put(change.id(), new KeptChange(clientId, worker.person(), change, right));
        book.put(worker.person(), change);
        course.run(change.province(), new Subject(this, change.id()), script.draw(change.partnerReference()));
    }

    /** It was not sent: it is refused by the gateway itself. */
    void refused(KeptWorker worker, InsuranceChange change, ProblemType why) {
        changes.put(change.id(), new KeptChange(worker.clientId(), worker.person(), change, null));
        become(change.id(), InsuranceChangeState.REFUSED, why, EventType.INSURANCE_CHANGE_REFUSED);
    }

    private KeptWorker enrolled(Request request, String reference, String consent, String province) {
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        boolean used = changes.values().stream()
                .anyMatch(each -> each.clientId().equals(request.clientId())
                        && each.shown().partnerReference().equals(reference));
        if (used) {
            throw Refused.at(ProblemType.REFERENCE_USED, "/partnerReference");
        }
        if (!References.saySomething(consent)) {
            throw Refused.at(ProblemType.REFERENCE_SAYS_NOTHING, "/consentReference");
        }
        EnrolmentState state = worker.at(province).map(each -> each.state()).orElse(EnrolmentState.REFUSED);
        if (state != EnrolmentState.ENROLLED) {
            throw Refused.at(
                    state == EnrolmentState.REFUSED
                            ? ProblemType.WORKER_NOT_REGISTERED_THERE
                            : ProblemType.WORKER_REGISTRATION_PENDING,
                    "/province");
        }
        return worker;
    }

    private InsuranceChangeList list(Request request) {
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        List<InsuranceChange> all = new ArrayList<>();
        changes.values().stream()
                .map(KeptChange::shown)
                .filter(each -> each.workerId().equals(worker.id()))
                .forEach(each -> all.add(0, each));
        return new InsuranceChangeList(all);
    }

    private InsuranceChange read(Request request) {
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        KeptChange kept = changes.get(request.path("changeId"));
        if (kept == null || !kept.shown().workerId().equals(worker.id())) {
            throw Refused.with(ProblemType.CHANGE_NOT_FOUND);
        }
        return kept.shown();
    }

    @Override
    public String kind() {
        return "CHANGE";
    }

    @Override
    public boolean has(String id) {
        return changes.containsKey(id);
    }

    @Override
    public String partner(String id) {
        return kept(id).clientId();
    }

    @Override
    public String province(String id) {
        return kept(id).shown().province();
    }

    @Override
    public boolean apply(String id, Outcome.Step step) {
        if (kept(id).shown().state().isFinal()) {
            return false;
        }
        switch (step.kind()) {
            case CONFIRMED -> become(id, InsuranceChangeState.CONFIRMED, null, EventType.INSURANCE_CHANGED);
            case REFUSED ->
                become(id, InsuranceChangeState.REFUSED, step.refusal(), EventType.INSURANCE_CHANGE_REFUSED);
            case AWAITING_REVIEW ->
                become(id, InsuranceChangeState.AWAITING_REVIEW, null, EventType.INSURANCE_CHANGE_AWAITING_REVIEW);
            case OPEN, UNKNOWN -> become(id, InsuranceChangeState.IN_PROCESS, null, null);
            case REVERSED -> throw new IllegalStateException("No province takes a change back");
        }
        return true;
    }

    @Override
    public void sendAgain(String id) {
        become(id, InsuranceChangeState.IN_PROCESS, null, null);
    }

    private void become(String id, InsuranceChangeState state, @Nullable ProblemType why, @Nullable EventType event) {
        KeptChange kept = kept(id);
        InsuranceChange before = kept.shown();
        @Nullable Instant settledAt = state.isFinal() ? clock.instant() : null;
        InsuranceChange after = new InsuranceChange(
                before.id(),
                before.partnerReference(),
                before.workerId(),
                before.province(),
                before.change(),
                before.insurance(),
                before.from(),
                before.baseFen(),
                state,
                why == null ? null : Refusal.of(why),
                state == InsuranceChangeState.CONFIRMED ? before.province() + ids.next("") : null,
                before.acceptedAt(),
                settledAt,
                before.revision() + 1);
        changes.put(id, new KeptChange(kept.clientId(), kept.person(), after, kept.right()));
        book.put(kept.person(), after);
        CorrectionOrder right = kept.right();
        if (right != null && state == InsuranceChangeState.CONFIRMED) {
            workers.known(kept.clientId(), after.workerId(), null).correct(right);
        }
        if (event != null) {
            events.tell(kept.clientId(), event, after);
        }
    }

    private KeptChange kept(String id) {
        KeptChange kept = changes.get(id);
        if (kept == null) {
            throw new IllegalArgumentException("No such change: " + id);
        }
        return kept;
    }
}
