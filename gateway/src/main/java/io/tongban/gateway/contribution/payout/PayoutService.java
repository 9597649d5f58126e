package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes payouts and says how much to hold back of each. A payout counts once, and is seen by its partner alone. */
@ApplicationScoped
public class PayoutService {
    /** What is asked for by the mandate or computed by it is the mandate's to mend. */
    private static final Map<String, String> FIELDS = Map.of(
            "/workerId", "/workerId",
            "/earnedFen", "/earnedFen",
            "/paidOn", "/paidOn",
            "/period", "/paidOn",
            "/heldUnder", "/heldUnder",
            "/heldUnder/instructionId", "/heldUnder/instructionId",
            "/heldUnder/heldFen", "/heldUnder/heldFen");

    /** Not worth trying again at once, but it ends by itself: the money can be held for then. */
    private static final Set<ProblemType> PASSING = Set.of(ProblemType.PROVINCE_CLOSED, ProblemType.PROVINCE_UNKNOWN);

    private final PayoutChecks checks;
    private final Instructions instructions;
    private final OpenMonths months;
    private final PayoutStore store;
    private final Audit audit;
    private final Webhooks webhooks;
    private final Clock clock;

    @Inject
    public PayoutService(
            PayoutChecks checks,
            Instructions instructions,
            OpenMonths months,
            PayoutStore store,
            Audit audit,
            Webhooks webhooks,
            Clock clock) {
        this.checks = checks;
        this.instructions = instructions;
        this.months = months;
        this.store = store;
        this.audit = audit;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * Checks within the caller's transaction, holds the months, and gives the rows to insert in it; they may refuse with
     * payout-already-reported. All payouts count, or none.
     */
    List<PayoutRecord> report(Handle handle, Inserts rows, Reporter reporter, List<PayoutRequest> requests) {
        String clientId = reporter.clientId();
        List<Judged> judged = checked(handle, clientId, requests);
        List<Reported> reported = judged.stream()
                .filter(Reported.class::isInstance)
                .map(Reported.class::cast)
                .toList();
        LimitLedger limits = LimitLedger.hold(handle, clientId, reported);
        Map<MonthKey, Month> held = reported.isEmpty() ? Map.of() : months.hold(handle, reporter, reported);
        Instant now = clock.instant();
        Holding holding = new Holding(clientId, held, limits, now, LocalDate.ofInstant(now, clock.getZone()));
        List<PayoutRecord> payouts = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Judged each = judged.get(i);
            payouts.add(at(i, () -> holding.add(each)));
        }
        audit.append(rows, report(reporter.by(), payouts));
        store.insert(
                rows,
                payouts,
                changed(payouts, held),
                requests.size() == 1 ? "/payouts/0/partnerReference" : "/payouts");
        tellReturns(handle, payouts);
        return payouts;
    }

    /** The answer says it; the worker is told by the same road as of all else that goes back. */
    private void tellReturns(Handle handle, List<PayoutRecord> payouts) {
        List<Webhooks.NewEvent> events = payouts.stream()
                .filter(payout -> payout.returnFen() > 0)
                .map(PayoutMapper::toReturn)
                .toList();
        if (!events.isEmpty()) {
            webhooks.appendAll(handle, events);
        }
    }

    private List<Judged> checked(Handle handle, String clientId, List<PayoutRequest> requests) {
        if (requests.size() > 1) {
            refuseRepeated(handle, clientId, requests);
        }
        try {
            Map<String, Instruction> asked = instructions.of(handle, clientId, requests);
            Map<List<String>, Standing> standings = new HashMap<>();
            List<Judged> judged = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                PayoutRequest request = requests.get(i);
                judged.add(at(i, () -> {
                    checks.checkItself(request);
                    PayoutRequest.Kept kept = request.kept();
                    if (kept == null) {
                        return reported(handle, clientId, request, standings);
                    }
                    Instructions.check(asked.get(kept.instructionId()), request, kept);
                    return judged(handle, clientId, request, standings);
                }));
            }
            return judged;
        } catch (ProblemException refused) {
            // What was taken is taken, whatever stands against it by now: the platform must not give it back.
            refuseRepeated(handle, clientId, requests);
            throw refused;
        }
    }

    /** It is held back already: what cannot be held for goes back, and so the payout is not refused for it. */
    private Judged judged(
            Handle handle, String clientId, PayoutRequest request, Map<List<String>, Standing> standings) {
        try {
            return reported(handle, clientId, request, standings);
        } catch (ProblemException refused) {
            if (refused.type().retryable() || PASSING.contains(refused.type())) {
                throw refused;
            }
            return new Judged.InVain(request, refused.type());
        }
    }

    private Reported reported(
            Handle handle, String clientId, PayoutRequest request, Map<List<String>, Standing> standings) {
        List<String> key = List.of(request.workerId(), request.mandateId());
        Standing known = standings.get(key);
        Reported each = known == null ? checks.stand(handle, clientId, request) : checks.reported(request, known);
        standings.put(key, each.standing());
        return each;
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

    /** Months that have a part by this report. */
    private static List<Month> changed(List<PayoutRecord> payouts, Map<MonthKey, Month> held) {
        Set<String> ids = payouts.stream()
                .flatMap(payout -> payout.parts().stream())
                .map(Part::monthId)
                .collect(Collectors.toSet());
        return held.values().stream().filter(month -> ids.contains(month.id())).toList();
    }

    private static AuditEntry report(Principal by, List<PayoutRecord> payouts) {
        return AuditEntry.of(
                by,
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
                                        "holdFen", each.holdFen(),
                                        "returnFen", each.returnFen()))
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
