package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes payouts and says how much to hold back of each. A payout counts once, and is seen by its partner alone. */
@ApplicationScoped
public class PayoutService {
    /** What is asked for by the mandate or computed by it is the mandate's to mend. */
    private static final Map<String, String> FIELDS = Map.of(
            "/workerId", "/workerId",
            "/earnedFen", "/earnedFen",
            "/paidOn", "/paidOn",
            "/period", "/paidOn");

    private final PayoutChecks checks;
    private final OpenMonths months;
    private final PayoutStore store;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public PayoutService(PayoutChecks checks, OpenMonths months, PayoutStore store, Audit audit, Clock clock) {
        this.checks = checks;
        this.months = months;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks within the caller's transaction, holds the months, and gives the rows to insert in it; they may refuse with
     * payout-already-reported. All payouts count, or none.
     */
    List<PayoutRecord> report(Handle handle, Inserts rows, Reporter reporter, List<PayoutRequest> requests) {
        List<Reported> reported = checked(handle, reporter.clientId(), requests);
        Map<MonthKey, Month> held = months.hold(handle, reporter, reported);
        Instant now = clock.instant();
        List<PayoutRecord> payouts = new ArrayList<>();
        for (int i = 0; i < reported.size(); i++) {
            Reported each = reported.get(i);
            payouts.add(at(i, () -> payout(reporter.clientId(), each, held, now)));
        }
        audit.append(rows, report(reporter.clientId(), payouts));
        store.insert(rows, payouts, held.values(), requests.size() == 1 ? "/payouts/0/partnerReference" : "/payouts");
        return payouts;
    }

    private List<Reported> checked(Handle handle, String clientId, List<PayoutRequest> requests) {
        if (requests.size() > 1) {
            refuseRepeated(handle, clientId, requests);
        }
        try {
            Map<List<String>, Standing> standings = new HashMap<>();
            List<Reported> reported = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                PayoutRequest request = requests.get(i);
                reported.add(at(i, () -> {
                    checks.checkItself(request);
                    List<String> key = List.of(request.workerId(), request.mandateId());
                    Standing known = standings.get(key);
                    Reported each =
                            known == null ? checks.stand(handle, clientId, request) : checks.reported(request, known);
                    standings.put(key, each.standing());
                    return each;
                }));
            }
            return reported;
        } catch (ProblemException refused) {
            // What was taken is taken, whatever stands against it by now: the platform must not give it back.
            refuseRepeated(handle, clientId, requests);
            throw refused;
        }
    }

    private static void refuseRepeated(Handle handle, String clientId, List<PayoutRequest> requests) {
        List<String> references =
                requests.stream().map(PayoutRequest::reference).toList();
        List<String> known = PayoutStore.reported(handle, clientId, references);
        for (int i = 0; i < references.size(); i++) {
            if (known.contains(references.get(i)) || references.indexOf(references.get(i)) < i) {
                throw new ProblemException(
                        ProblemType.PAYOUT_ALREADY_REPORTED, null, "/payouts/" + i + "/partnerReference");
            }
        }
    }

    private static PayoutRecord payout(String clientId, Reported reported, Map<MonthKey, Month> months, Instant now) {
        PayoutRequest request = reported.request();
        long left =
                Allocation.mostOfPayoutFen(request.earnedFen(), reported.terms().payoutPercent());
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<InsuranceKind, MonthlyContribution> each :
                reported.contributions().entrySet()) {
            MonthKey key = reported.month(each.getKey());
            Month month = collecting(reported, months.get(key));
            MonthlyContribution own = each.getValue();
            // Of the month's due, never of the own base: else what is told would depend on who opened the month.
            long share = Allocation.shareFen(month.dueFen(), reported.terms().sharePercent());
            long hold = Allocation.holdFen(
                    month.dueFen(),
                    month.heldFen(),
                    month.ownFen(),
                    share,
                    reported.standing().mandate().capFen(),
                    left);
            Month after = month.with(hold);
            months.put(key, after);
            left -= hold;
            parts.add(part(reported, own, after, hold, share));
        }
        return new PayoutRecord(
                Ids.next("pyo_"),
                clientId,
                request.reference(),
                request.workerId(),
                request.mandateId(),
                request.paidOn(),
                request.earnedFen(),
                now,
                parts);
    }

    private static Month collecting(Reported reported, @Nullable Month month) {
        if (month == null || month.state() != Month.State.COLLECTING) {
            throw new ProblemException(ProblemType.PAYOUT_MONTH_CLOSED, null, "/paidOn");
        }
        if (!month.province().equals(reported.standing().mandate().province())) {
            throw new ProblemException(ProblemType.PERIOD_ALREADY_WITHHELD, null, "/mandateId");
        }
        return month;
    }

    private static Part part(Reported reported, MonthlyContribution own, Month after, long hold, long share) {
        YearMonth period = reported.cutOff().period();
        return new Part(
                after.key().insurance(),
                after.id(),
                period,
                reported.cutOff().lastDay(),
                hold,
                after.ownFen(),
                share,
                own.rule().id(),
                own.rule().source(),
                own.isProvisional(period) || reported.cutOff().entry().isProvisional(period.atDay(1)),
                Part.State.HELD,
                null,
                null);
    }

    private static AuditEntry report(String clientId, List<PayoutRecord> payouts) {
        return new AuditEntry(
                clientId,
                "payout.reported",
                payouts.get(0).id(),
                Map.of(
                        "payouts",
                        payouts.stream()
                                .map(each -> Map.of(
                                        "id", each.id(),
                                        "worker", each.workerId(),
                                        "mandate", each.mandateId(),
                                        "earnedFen", each.earnedFen(),
                                        "holdFen", each.holdFen()))
                                .collect(Collectors.toList())));
    }

    /** Says of which payout of the report a problem is. */
    private static <T> T at(int place, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException problem) {
            String field = problem.pointer().orElse("/mandateId");
            throw new ProblemException(
                    problem.type(),
                    problem.detail().orElse(null),
                    "/payouts/" + place + FIELDS.getOrDefault(field, "/mandateId"));
        }
    }
}
