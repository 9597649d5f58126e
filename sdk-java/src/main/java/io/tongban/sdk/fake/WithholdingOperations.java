package io.tongban.sdk.fake;

import io.tongban.api.Headers;
import io.tongban.api.Scopes;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.problem.Refusal;
import io.tongban.api.webhook.EventType;
import io.tongban.api.withholding.Receipt;
import io.tongban.api.withholding.StepKind;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.EnrolmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accepts withholdings, and shows what became of them. */
final class WithholdingOperations implements Subjects {
    private static final String PATH = "/v1/withholdings";
    private static final Pattern WAIT = Pattern.compile("wait=([0-9]{1,4})");
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final WithholdingBook book;
    private final ChangeBook changes;
    private final FakeClock clock;
    private final Ids ids;
    private final WorkerOperations workers;
    private final MandateOperations mandates;
    private final Provinces provinces;
    private final Events events;
    private final Course course;
    private final Script script;
    private final Seal seal;

    WithholdingOperations(
            WithholdingBook book,
            ChangeBook changes,
            FakeClock clock,
            Ids ids,
            WorkerOperations workers,
            MandateOperations mandates,
            Provinces provinces,
            Events events,
            Course course,
            Script script,
            Seal seal) {
        this.book = book;
        this.changes = changes;
        this.clock = clock;
        this.ids = ids;
        this.workers = workers;
        this.mandates = mandates;
        this.provinces = provinces;
        this.events = events;
        this.course = course;
        this.script = script;
        this.seal = seal;
    }

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.CONTRIBUTIONS_WITHHOLD, 202, this::withhold),
                Route.read(PATH, Scopes.CONTRIBUTIONS_READ, this::list),
                Route.read(
                        PATH + "/{withholdingId}",
                        Scopes.CONTRIBUTIONS_READ,
                        request -> own(request).shown(true, true)),
                Route.read(PATH + "/{withholdingId}/receipt", Scopes.CONTRIBUTIONS_READ, this::receipt));
    }

    private Withholding withhold(Request request) {
        WithholdingOrder order = request.body(WithholdingOrder.class);
        Checks.form(order);
        String clientId = request.clientId();
        book.requireNewReference(clientId, order.partnerReference());
        KeptWorker worker = workers.known(clientId, order.workerId(), "/workerId");
        Mandate mandate = mandates.permitting(
                clientId, order.mandateId(), order.workerId(), order.insurance(), order.period(), order.amountFen());
        if (order.amountFen() > order.baseFen()) {
            throw Refused.at(ProblemType.FIELD_INVALID, "/amountFen");
        }
        if (order.period().isAfter(YearMonth.now(clock.withZone(Provinces.SHANGHAI)))) {
            throw Refused.at(ProblemType.PERIOD_IN_FUTURE, "/period");
        }
        requireEnrolled(worker, mandate, "/workerId");
        changes.requirePayable(worker.person(), mandate.province(), order.insurance(), order.period(), "/insurance");
        provinces.admit(mandate.province());
        KeptWithholding accepted = new KeptWithholding(
                ids.next("wh_"), clientId, worker.person(), mandate.province(), order, clock.instant());
        book.add(accepted);
        course.run(mandate.province(), new Subject(this, accepted.id()), script.draw(order.partnerReference()));
        clock.advanceUntil(() -> wait(request).isZero() || accepted.isFinal(), wait(request));
        return accepted.shown(true, false);
    }

    static void requireEnrolled(KeptWorker worker, Mandate mandate, String pointer) {
        EnrolmentState state =
                worker.at(mandate.province()).map(each -> each.state()).orElse(EnrolmentState.REFUSED);
        if (state != EnrolmentState.ENROLLED) {
            throw Refused.at(
                    state == EnrolmentState.REFUSED
                            ? ProblemType.WORKER_NOT_REGISTERED_THERE
                            : ProblemType.WORKER_REGISTRATION_PENDING,
                    pointer);
        }
    }

    private static Duration wait(Request request) {
        Matcher wait = WAIT.matcher(Optional.ofNullable(request.fields().get(Headers.PREFER.toLowerCase(Locale.ROOT)))
                .orElse(""));
        return Duration.ofSeconds(wait.matches() ? Math.min(LONGEST_WAIT_SECONDS, Long.parseLong(wait.group(1))) : 0);
    }

    private WithholdingPage list(Request request) {
        return book.page(request);
    }

    private Receipt receipt(Request request) {
        KeptWithholding own = own(request);
        Instant settledAt = own.settledAt().orElseThrow(() -> Refused.with(ProblemType.WITHHOLDING_NOT_FINAL));
        return new Receipt(
                own.id(), seal.receipt(TongbanFake.BASE_URL, own.clientId(), own.shown(false, false), settledAt));
    }

    private KeptWithholding own(Request request) {
        return book.find(request.path("withholdingId"))
                .filter(each -> each.clientId().equals(request.clientId()))
                .orElseThrow(() -> Refused.with(ProblemType.WITHHOLDING_NOT_FOUND));
    }

    @Override
    public String kind() {
        return "WITHHOLDING";
    }

    @Override
    public boolean has(String id) {
        return book.find(id).isPresent();
    }

    @Override
    public String partner(String id) {
        return kept(id).clientId();
    }

    @Override
    public String province(String id) {
        return kept(id).province();
    }

    @Override
    public boolean apply(String id, Outcome.Step step) {
        KeptWithholding kept = kept(id);
        boolean mayBeReversed = step.kind() == Outcome.Kind.REVERSED && kept.state() == WithholdingState.CONFIRMED;
        if (kept.isFinal() && !mayBeReversed) {
            return false;
        }
        Instant now = clock.instant();
        if (kept.state() == WithholdingState.ACCEPTED) {
            kept.become(WithholdingState.IN_PROCESS);
            kept.note(StepKind.SENT, said(step), cause(step), now);
        } else if (step.kind() == Outcome.Kind.CONFIRMED || step.kind() == Outcome.Kind.REFUSED) {
            kept.note(StepKind.INQUIRED, said(step), cause(step), now);
        }
        become(kept, step, now);
        return true;
    }

    private static String said(Outcome.Step step) {
        return switch (step.kind()) {
            case CONFIRMED -> "accepted";
            case REFUSED -> "refused";
            case OPEN -> "pending";
            case UNKNOWN, AWAITING_REVIEW, REVERSED -> "unknown";
        };
    }

    private static @Nullable String cause(Outcome.Step step) {
        @Nullable ProblemType refusal = step.refusal();
        if (refusal != null) {
            return refusal.code().replaceFirst("^province-", "");
        }
        return step.kind() == Outcome.Kind.UNKNOWN ? "timeout" : null;
    }

    private void become(KeptWithholding kept, Outcome.Step step, Instant now) {
        switch (step.kind()) {
            case CONFIRMED -> {
                kept.settle(WithholdingState.CONFIRMED, null, ids.next("FAKE"), now);
                tell(kept, EventType.WITHHOLDING_CONFIRMED);
            }
            case REFUSED -> {
                ProblemType why = step.refusal() == null ? ProblemType.PROVINCE_REFUSED : step.refusal();
                kept.settle(WithholdingState.REFUSED, Refusal.of(why), null, now);
                tell(kept, EventType.WITHHOLDING_REFUSED);
            }
            case AWAITING_REVIEW -> {
                kept.become(WithholdingState.AWAITING_REVIEW);
                kept.note(StepKind.TASK_OPENED, null, Tasks.REASON, now);
                tell(kept, EventType.WITHHOLDING_AWAITING_REVIEW);
            }
            case REVERSED -> {
                kept.settle(WithholdingState.REVERSED, null, null, now);
                tell(kept, EventType.WITHHOLDING_REVERSED);
            }
            case OPEN, UNKNOWN -> {}
        }
    }

    @Override
    public void sendAgain(String id) {
        kept(id).become(WithholdingState.IN_PROCESS);
    }

    private void tell(KeptWithholding kept, EventType type) {
        events.tell(kept.clientId(), type, null, kept.shown(false, false));
    }

    private KeptWithholding kept(String id) {
        return book.find(id).orElseThrow();
    }
}
