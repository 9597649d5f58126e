package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.payout.InstructionRequest;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutList;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutPage;
import io.tongban.api.payout.PayoutReceipt;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.payout.WithholdingInstruction;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.sdk.fake.WithholdingBook.Month;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes payouts, holds back for the employees' pension by the national rule, and settles each month two days after the
 * 15th: a complete one is paid at once, the parts of another go back.
 */
final class PayoutOperations {
    private static final String PATH = "/v1/payouts";
    private final Map<String, KeptPayout> payouts = new LinkedHashMap<>();
    private final Map<Month, CollectedMonth> months = new LinkedHashMap<>();
    private final FakeClock clock;
    private final Ids ids;
    private final WithholdingBook book;
    private final Events events;
    private final Seal seal;
    private final InstructionBook instructions;
    private final PayoutPlans plans;

    PayoutOperations(
            FakeClock clock,
            Ids ids,
            WorkerOperations workers,
            MandateOperations mandates,
            WithholdingBook book,
            ChangeBook changes,
            Events events,
            Seal seal) {
        this.clock = clock;
        this.ids = ids;
        this.book = book;
        this.events = events;
        this.seal = seal;
        this.instructions = new InstructionBook(ids, seal);
        this.plans = new PayoutPlans(months, clock, workers, mandates, book, changes, instructions);
        mandates.whenRevoked(this::revoked);
    }

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.CONTRIBUTIONS_WITHHOLD, 201, this::report),
                Route.effect("POST", PATH + "/instructions", Scopes.CONTRIBUTIONS_WITHHOLD, 201, this::instruct),
                Route.read(PATH + "/{payoutId}/receipt", Scopes.CONTRIBUTIONS_READ, this::receipt),
                Route.read(PATH + "/{payoutId}", Scopes.CONTRIBUTIONS_READ, this::read),
                Route.read(PATH, Scopes.CONTRIBUTIONS_READ, this::list));
    }

    private PayoutList report(Request request) {
        closeDue();
        List<PayoutOrder> orders = request.body(PayoutReport.class).payouts();
        requireNew(request.clientId(), orders);
        Map<Month, CollectedMonth> fresh = new LinkedHashMap<>();
        List<PayoutPlans.Judged> judged = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            judged.add(plans.judged(request.clientId(), orders.get(i), fresh, "/payouts/" + i));
        }
        return new PayoutList(
                judged.stream().map(each -> keep(request.clientId(), each)).toList());
    }

    private Payout keep(String clientId, PayoutPlans.Judged each) {
        String id = ids.next("pyo_");
        PayoutPlans.@Nullable Planned planned = each.planned();
        KeptPayout kept = planned == null
                ? new KeptPayout(id, clientId, each.order(), null, each.returns(), List.of(), clock.instant())
                : planned.month().add(id, clientId, each.order(), planned.basis(), clock.instant());
        if (planned != null) {
            months.putIfAbsent(planned.month().key(), planned.month());
            book.collect(planned.month().key(), planned.month().province());
        }
        payouts.put(kept.id(), kept);
        if (kept.returnFen() > 0) {
            events.tell(clientId, EventType.PAYOUT_TO_RETURN, kept.shown());
        }
        return kept.shown();
    }

    private WithholdingInstruction instruct(Request request) {
        closeDue();
        InstructionRequest asked = request.body(InstructionRequest.class);
        PayoutOrder today = PayoutOrder.builder()
                .partnerReference("instruction")
                .workerId(asked.workerId())
                .mandateId(asked.mandateId())
                .paidOn(LocalDate.now(clock.withZone(Provinces.SHANGHAI)))
                .earnedFen(1)
                .build();
        Checks.form(today, "");
        PayoutPlans.Planned planned = plans.planned(request.clientId(), today, new LinkedHashMap<>(), "");
        Instant now = clock.instant();
        long cap = planned.month().ownLeftFen(request.clientId(), planned.basis(), now);
        return instructions.add(request.clientId(), planned.mandate(), planned.basis(), planned.month(), cap, now);
    }

    private PayoutReceipt receipt(Request request) {
        return PayoutReceipts.of(own(request), seal);
    }

    private void requireNew(String clientId, List<PayoutOrder> orders) {
        Set<String> seen = new HashSet<>();
        payouts.values().stream()
                .filter(each -> each.clientId().equals(clientId))
                .forEach(each -> seen.add(each.order().partnerReference()));
        for (int i = 0; i < orders.size(); i++) {
            if (!seen.add(orders.get(i).partnerReference())) {
                throw Refused.at(ProblemType.PAYOUT_ALREADY_REPORTED, "/payouts/" + i + "/partnerReference");
            }
        }
    }

    private Payout read(Request request) {
        return own(request).shown();
    }

    private KeptPayout own(Request request) {
        closeDue();
        @Nullable KeptPayout kept = payouts.get(request.path("payoutId"));
        if (kept == null || !kept.clientId().equals(request.clientId())) {
            throw Refused.with(ProblemType.PAYOUT_NOT_FOUND);
        }
        return kept;
    }

    private PayoutPage list(Request request) {
        closeDue();
        List<KeptPayout> found = payouts.values().stream()
                .filter(each -> each.clientId().equals(request.clientId()))
                .filter(each -> request.query("workerId")
                        .map(each.order().workerId()::equals)
                        .orElse(true))
                .filter(each -> request.query("partnerReference")
                        .map(each.order().partnerReference()::equals)
                        .orElse(true))
                .sorted(Comparator.comparing(KeptPayout::id).reversed())
                .toList();
        return new PageCut<>(request, KeptPayout::id, Comparator.reverseOrder())
                .cut(
                        found,
                        (items, next) -> new PayoutPage(
                                items.stream().map(KeptPayout::shown).toList(), next));
    }

    /** What a partner holds of its worker's months. */
    List<io.tongban.api.status.CollectedMonth> collecting(KeptWorker worker, String province, String insurance) {
        closeDue();
        return months.values().stream()
                .filter(month -> month.key().equals(new Month(worker.person(), insurance, month.period()))
                        && month.province().equals(province))
                .sorted(Comparator.comparing(CollectedMonth::period))
                .flatMap(month -> Stream.ofNullable(month.shownTo(worker.clientId())))
                .toList();
    }

    /** Settles the months whose time has come. */
    void closeDue() {
        Instant now = clock.instant();
        for (CollectedMonth month : months.values()) {
            if (month.isCollecting() && !CollectedMonth.closesAt(month.period()).isAfter(now)) {
                boolean complete = month.close();
                if (complete) {
                    book.paid(month.key(), month.province());
                } else {
                    book.release(month.key());
                }
                tell(month.parts(), complete ? null : ProblemType.MONTH_INCOMPLETE, now);
            }
        }
    }

    private void revoked(String mandateId) {
        closeDue();
        for (CollectedMonth month : months.values()) {
            if (month.isCollecting()) {
                tell(month.release(mandateId), ProblemType.MANDATE_REVOKED, clock.instant());
            }
        }
    }

    private void tell(List<KeptPayout> parts, @Nullable ProblemType reason, Instant now) {
        for (KeptPayout each : parts) {
            each.settle(reason, now);
            if (each.holdFen() > 0) {
                events.tell(
                        each.clientId(),
                        reason == null ? EventType.PAYOUT_PAID : EventType.PAYOUT_TO_RETURN,
                        each.shown());
            }
        }
    }
}
