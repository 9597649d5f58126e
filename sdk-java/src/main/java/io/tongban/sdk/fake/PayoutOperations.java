package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutList;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutPage;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes payouts, holds back for the employees' pension by the national rule, and settles each month two days after the
 * 15th: a complete one is paid at once, the parts of another go back.
 */
final class PayoutOperations {
    private static final String PATH = "/v1/payouts";
    private static final long MOST_EARNED_FEN = 100_000_000;
    private static final String PENSION = "AAE140:110";

    private final Map<String, KeptPayout> payouts = new LinkedHashMap<>();
    private final Map<String, CollectedMonth> months = new LinkedHashMap<>();
    private final FakeClock clock;
    private final Ids ids;
    private final WorkerOperations workers;
    private final MandateOperations mandates;
    private final WithholdingBook book;
    private final Events events;

    PayoutOperations(
            FakeClock clock,
            Ids ids,
            WorkerOperations workers,
            MandateOperations mandates,
            WithholdingBook book,
            Events events) {
        this.clock = clock;
        this.ids = ids;
        this.workers = workers;
        this.mandates = mandates;
        this.book = book;
        this.events = events;
        mandates.whenRevoked(this::revoked);
    }

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.CONTRIBUTIONS_WITHHOLD, 201, this::report),
                Route.read(PATH + "/{payoutId}", Scopes.CONTRIBUTIONS_READ, this::read),
                Route.read(PATH, Scopes.CONTRIBUTIONS_READ, this::list));
    }

    private PayoutList report(Request request) {
        closeDue();
        List<PayoutOrder> orders = request.body(PayoutReport.class).payouts();
        requireNew(request.clientId(), orders);
        Map<String, CollectedMonth> fresh = new LinkedHashMap<>();
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            planned.add(planned(request.clientId(), orders.get(i), fresh, "/payouts/" + i));
        }
        List<Payout> shown = new ArrayList<>();
        for (Planned each : planned) {
            KeptPayout kept = each.month.add(
                    ids.next("pyo_"), request.clientId(), each.order, each.terms, each.cap, clock.instant());
            months.putIfAbsent(each.month.key(), each.month);
            book.collect(each.month.key());
            payouts.put(kept.id(), kept);
            shown.add(kept.shown());
        }
        return new PayoutList(shown);
    }

    private record Planned(PayoutOrder order, PayoutTerms terms, long cap, CollectedMonth month) {}

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

    private Planned planned(String clientId, PayoutOrder order, Map<String, CollectedMonth> fresh, String pointer) {
        Checks.form(order, pointer);
        LocalDate paidOn = day(order, pointer);
        if (order.earnedFen() <= 0 || order.earnedFen() > MOST_EARNED_FEN) {
            throw Refused.at(ProblemType.INCOME_IMPLAUSIBLE, pointer + "/earnedFen");
        }
        LocalDate today = LocalDate.now(clock.withZone(Provinces.SHANGHAI));
        if (paidOn.isAfter(today)) {
            throw Refused.at(ProblemType.PAYOUT_IN_FUTURE, pointer + "/paidOn");
        }
        KeptWorker worker = workers.known(clientId, order.workerId(), pointer + "/workerId");
        YearMonth period = CollectedMonth.periodOf(paidOn);
        Mandate mandate = mandates.permitting(clientId, order.mandateId(), order.workerId(), period, pointer);
        @Nullable PayoutTerms terms = mandate.payouts();
        if (terms == null) {
            throw Refused.at(ProblemType.MANDATE_NOT_FOR_PAYOUTS, pointer + "/mandateId");
        }
        if (!mandate.insurances().equals(List.of(PENSION))) {
            throw Refused.at(ProblemType.RULE_UNKNOWN, pointer + "/mandateId");
        }
        if (!CollectedMonth.closesAt(period).isAfter(clock.instant())) {
            throw Refused.at(ProblemType.PAYOUT_MONTH_CLOSED, pointer + "/paidOn");
        }
        String key = WithholdingBook.month(worker.person(), PENSION, period);
        @Nullable CollectedMonth known = months.getOrDefault(key, fresh.get(key));
        if (known == null && book.holdsDirectly(key)) {
            throw Refused.at(ProblemType.PERIOD_ALREADY_WITHHELD, pointer + "/mandateId");
        }
        if (known != null && !known.province().equals(mandate.province())) {
            throw Refused.at(ProblemType.PERIOD_ALREADY_WITHHELD, pointer + "/mandateId");
        }
        CollectedMonth month = known == null
                ? new CollectedMonth(key, mandate.province(), PENSION, period, CollectedMonth.dueFen(terms.baseFen()))
                : known;
        fresh.put(key, month);
        return new Planned(order, terms, mandate.capFen(), month);
    }

    private static LocalDate day(PayoutOrder order, String pointer) {
        try {
            return LocalDate.parse(order.paidOn());
        } catch (DateTimeException e) {
            throw Refused.at(ProblemType.DATE_INVALID, pointer + "/paidOn");
        }
    }

    private Payout read(Request request) {
        closeDue();
        @Nullable KeptPayout kept = payouts.get(request.path("payoutId"));
        if (kept == null || !kept.clientId().equals(request.clientId())) {
            throw Refused.with(ProblemType.PAYOUT_NOT_FOUND);
        }
        return kept.shown();
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

    /** Settles the months whose time has come. */
    void closeDue() {
        Instant now = clock.instant();
        for (CollectedMonth month : months.values()) {
            if (month.isCollecting() && !CollectedMonth.closesAt(month.period()).isAfter(now)) {
                boolean complete = month.close();
                if (!complete) {
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
