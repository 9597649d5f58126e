package io.tongban.sdk.fake;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.problem.Refusal;
import io.tongban.api.webhook.EventType;
import io.tongban.api.worker.Enrolment;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.api.worker.WorkerSearch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Registers workers and sends them to their provinces. */
final class WorkerOperations implements Subjects {
    private static final String PATH = "/v1/workers";

    private final Map<String, KeptWorker> workers = new LinkedHashMap<>();
    private final Map<String, WorkerRegistration> chosen = new HashMap<>();
    private final FakeClock clock;
    private final Ids ids;
    private final Provinces provinces;
    private final Events events;
    private final Course course;
    private final Script script;
    private @Nullable Choices choices;

    WorkerOperations(FakeClock clock, Ids ids, Provinces provinces, Events events, Course course, Script script) {
        this.clock = clock;
        this.ids = ids;
        this.provinces = provinces;
        this.events = events;
        this.course = course;
        this.script = script;
    }

    /** What was chosen at a registration. */
    interface Choices {
        /** Before the registration is taken; what others did is looked at only for a worker that a province knows. */
        void check(KeptWorker worker, WorkerRegistration said);

        void enrolled(KeptWorker worker, Enrolment enrolment, WorkerRegistration said);
    }

    void choices(Choices these) {
        choices = these;
    }

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.WORKERS_WRITE, 201, this::register),
                Route.read(PATH + "/{workerId}", Scopes.WORKERS_READ, this::read),
                new Route("POST", PATH + "/search", Scopes.WORKERS_READ, 200, false, this::find));
    }

    private Worker register(Request request) {
        WorkerRegistration said = request.body(WorkerRegistration.class);
        Checks.form(said);
        if (!References.saySomething(said.consentReference())) {
            throw Refused.at(ProblemType.REFERENCE_SAYS_NOTHING, "/consentReference");
        }
        Checks.citizenNumber(
                KeptWorker.person(said.citizenNumber()), LocalDate.ofInstant(clock.instant(), Provinces.SHANGHAI));
        provinces.known(said.province(), "/province");
        KeptWorker worker = worker(request.clientId(), said);
        if (worker.at(said.province())
                .filter(each -> each.state() != EnrolmentState.REFUSED)
                .isPresent()) {
            throw Refused.at(ProblemType.WORKER_EXISTS, "/province");
        }
        if (!said.insurances().isEmpty()) {
            Objects.requireNonNull(choices, "choices").check(worker, said);
        }
        provinces.admit(said.province());
        if (workers.putIfAbsent(worker.id(), worker) != null) {
            worker.correct(said);
        }
        Enrolment enrolment = new Enrolment(
                ids.next("enr_"), said.province(), said.place(), EnrolmentState.PENDING, null, clock.instant(), 1);
        worker.put(enrolment);
        chosen.put(enrolment.id(), said);
        course.run(said.province(), new Subject(this, enrolment.id()), script.draw(said.partnerReference()));
        return worker.shown();
    }

    /** The partner's worker that is meant, not changed yet; a new one if it has none. */
    private KeptWorker worker(String clientId, WorkerRegistration said) {
        Optional<KeptWorker> named = of(clientId, each -> each.reference().equals(said.partnerReference()));
        Optional<KeptWorker> same = of(clientId, each -> each.person().equals(KeptWorker.person(said.citizenNumber())));
        KeptWorker meant =
                named.or(() -> same).orElseGet(() -> new KeptWorker(ids.next("wkr_"), clientId, clock.instant(), said));
        boolean samePerson = meant.person().equals(KeptWorker.person(said.citizenNumber()));
        if (samePerson && meant.reference().equals(said.partnerReference())) {
            return meant;
        }
        if (meant.isLive()) {
            throw Refused.at(samePerson ? ProblemType.WORKER_EXISTS : ProblemType.REFERENCE_USED, "/partnerReference");
        }
        if (!samePerson && same.isPresent()) {
            throw Refused.at(ProblemType.WORKER_EXISTS, "/partnerReference");
        }
        return meant;
    }

    private Worker read(Request request) {
        return known(request.clientId(), request.path("workerId"), null).shown();
    }

    private Worker find(Request request) {
        String number = request.body(WorkerSearch.class).citizenNumber();
        Checks.matches(number, Patterns.CITIZEN_NUMBER, "/citizenNumber");
        return of(request.clientId(), each -> each.person().equals(KeptWorker.person(number)))
                .orElseThrow(() -> Refused.with(ProblemType.WORKER_NOT_FOUND))
                .shown();
    }

    /** @param pointer where the request names it; null if in its path */
    KeptWorker known(String clientId, String workerId, @Nullable String pointer) {
        return of(clientId, each -> each.id().equals(workerId))
                .orElseThrow(() -> pointer == null
                        ? Refused.with(ProblemType.WORKER_NOT_FOUND)
                        : Refused.at(ProblemType.WORKER_NOT_FOUND, pointer));
    }

    String partnerOf(String workerId) {
        KeptWorker worker = workers.get(workerId);
        if (worker == null) {
            throw new IllegalArgumentException("No such worker: " + workerId);
        }
        return worker.clientId();
    }

    private Optional<KeptWorker> of(String clientId, Predicate<KeptWorker> which) {
        return workers.values().stream()
                .filter(each -> each.clientId().equals(clientId))
                .filter(which)
                .findFirst();
    }

    @Override
    public String kind() {
        return "ENROLMENT";
    }

    @Override
    public boolean has(String enrolmentId) {
        return workers.values().stream()
                .flatMap(worker -> worker.shown().enrolments().stream())
                .anyMatch(each -> each.id().equals(enrolmentId));
    }

    @Override
    public String partner(String enrolmentId) {
        return holder(enrolmentId).clientId();
    }

    @Override
    public String province(String enrolmentId) {
        return enrolment(enrolmentId).province();
    }

    @Override
    public boolean apply(String enrolmentId, Outcome.Step step) {
        Enrolment before = enrolment(enrolmentId);
        if (before.state() == EnrolmentState.ENROLLED || before.state() == EnrolmentState.REFUSED) {
            return false;
        }
        switch (step.kind()) {
            case CONFIRMED -> enrol(before);
            case REFUSED -> become(before, EnrolmentState.REFUSED, step.refusal(), EventType.WORKER_REFUSED);
            case AWAITING_REVIEW ->
                become(before, EnrolmentState.AWAITING_REVIEW, null, EventType.ENROLMENT_AWAITING_REVIEW);
            case OPEN, UNKNOWN -> {}
            case REVERSED -> throw new IllegalStateException("No province takes an enrolment back");
        }
        return true;
    }

    @Override
    public void sendAgain(String enrolmentId) {
        become(enrolment(enrolmentId), EnrolmentState.PENDING, null, null);
    }

    private void enrol(Enrolment before) {
        become(before, EnrolmentState.ENROLLED, null, EventType.WORKER_ENROLLED);
        WorkerRegistration said = chosen.get(before.id());
        if (said != null && !said.insurances().isEmpty()) {
            Objects.requireNonNull(choices, "choices").enrolled(holder(before.id()), enrolment(before.id()), said);
        }
    }

    private void become(Enrolment before, EnrolmentState state, @Nullable ProblemType why, @Nullable EventType event) {
        KeptWorker worker = holder(before.id());
        Instant now = clock.instant();
        worker.put(new Enrolment(
                before.id(),
                before.province(),
                before.place(),
                state,
                why == null ? null : Refusal.of(why),
                now,
                before.revision() + 1));
        if (event != null) {
            events.tell(worker.clientId(), event, worker.shown(), null);
        }
    }

    private Enrolment enrolment(String enrolmentId) {
        return holder(enrolmentId).shown().enrolments().stream()
                .filter(each -> each.id().equals(enrolmentId))
                .findFirst()
                .orElseThrow();
    }

    private KeptWorker holder(String enrolmentId) {
        return workers.values().stream()
                .filter(worker -> worker.shown().enrolments().stream()
                        .anyMatch(each -> each.id().equals(enrolmentId)))
                .findFirst()
                .orElseThrow();
    }
}
