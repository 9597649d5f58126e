package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What workers pay at a counter, as parts of the same months that platforms hold back for. A payment is a payout of which
 * all is for contributions, and exactly what is left of the month.
 */
@ApplicationScoped
public class CounterMoney {
    /** Under which payouts' pointers a payment's own fields stand. */
    private static final String FIRST = "/payouts/0";

    private static final Map<String, String> FIELDS = Map.of(
            FIRST + "/workerId",
            "/workerId",
            FIRST + "/mandateId",
            "/mandateId",
            FIRST + "/earnedFen",
            "/amountFen",
            "/workerId",
            "/workerId",
            "/mandateId",
            "/mandateId");

    private final PayoutService payouts;
    private final PayoutChecks checks;
    private final MonthStore months;
    private final CollectedWithholdings withholdings;
    private final Policies policies;
    private final Clock clock;

    @Inject
    public CounterMoney(
            PayoutService payouts,
            PayoutChecks checks,
            MonthStore months,
            CollectedWithholdings withholdings,
            Policies policies,
            Clock clock) {
        this.payouts = payouts;
        this.checks = checks;
        this.months = months;
        this.withholdings = withholdings;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param insurance with its code system
     * @param amountFen what can be paid now
     */
    public record Owed(String insurance, YearMonth period, LocalDate cutOff, long dueFen, long amountFen) {}

    /** What is for one insurance, and what has become of it. */
    public record Share(String insurance, YearMonth period, long amountFen, State state) {
        /** As {@link Part.State}. */
        public enum State {
            HELD,
            PAID,
            TO_RETURN
        }
    }

    /** What was taken, and the id under which it stands in the books. */
    public record Taken(String payoutId, List<Share> shares) {}

    /** Holds the months until the transaction ends. A month that is withheld directly owes nothing. */
    public List<Owed> owed(Handle handle, String clientId, String workerId, String mandateId) {
        try {
            Reported asked = checks.stand(handle, clientId, request("-", workerId, mandateId, 1));
            Map<MonthKey, Month> known = months.hold(handle, clientId, Set.copyOf(asked.months()));
            List<Owed> owed = new ArrayList<>();
            asked.contributions().forEach((insurance, contribution) -> {
                Month month = known.get(asked.month(insurance));
                long due = month == null || month.isEmpty() ? contribution.fen() : month.dueFen();
                boolean isTaken = month == null
                        && withholdings.stands(
                                handle,
                                asked.standing().worker().personId(),
                                insurance,
                                asked.cutOff().month());
                owed.add(new Owed(
                        insurance.value(),
                        asked.cutOff().month(),
                        asked.cutOff().lastDay(),
                        due,
                        isTaken ? 0 : left(asked, month, due, policies.today())));
            });
            return owed;
        } catch (ProblemException problem) {
            throw ofPayment(problem);
        }
    }

    private static long left(Reported asked, @Nullable Month month, long due, LocalDate today) {
        long share = asked.carriedFen(due, today);
        long cap = asked.standing().mandate().capFen();
        // As the first payout would plan it anew.
        if (month == null || month.isEmpty()) {
            return Allocation.holdFen(due, 0, 0, share, cap, Long.MAX_VALUE);
        }
        boolean isOpen = month.state() == Month.State.COLLECTING
                && month.province().equals(asked.standing().mandate().province());
        return isOpen ? Allocation.holdFen(due, month.heldFen(), month.ownFen(), share, cap, Long.MAX_VALUE) : 0;
    }

    /** @throws ProblemException counter-month-complete, counter-amount-differs, and what stands against the mandate */
    public Taken take(
            Handle handle,
            Inserts rows,
            Principal by,
            String creditCode,
            String reference,
            String workerId,
            String mandateId,
            long amountFen) {
        PayoutRecord payout = reported(
                handle, rows, new Reporter(by, creditCode), request(reference, workerId, mandateId, amountFen));
        // What is held back of it is all that is owed, in months that are held from here on.
        if (payout.holdFen() == amountFen) {
            return new Taken(
                    payout.id(),
                    payout.parts().stream().map(CounterMoney::share).toList());
        }
        // What was taken is taken, whatever stands against it by now: the till must not give it back.
        if (!PayoutStore.reported(handle, by.tenant(), List.of(reference)).isEmpty()) {
            throw new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
        }
        throw payout.holdFen() == 0
                ? new ProblemException(ProblemType.COUNTER_MONTH_COMPLETE)
                : new ProblemException(ProblemType.COUNTER_AMOUNT_DIFFERS, null, "/amountFen");
    }

    private PayoutRecord reported(Handle handle, Inserts rows, Reporter reporter, PayoutRequest request) {
        try {
            return payouts.report(handle, rows, reporter, List.of(request)).get(0);
        } catch (ProblemException problem) {
            throw ofPayment(problem);
        }
    }

    private PayoutRequest request(String reference, String workerId, String mandateId, long amountFen) {
        return new PayoutRequest(
                reference, workerId, mandateId, policies.today(), amountFen, PayoutRequest.Origin.COUNTER, null);
    }

    /** The same problem, at the payment's own field; its reference is one of payouts, too. */
    public static ProblemException ofPayment(ProblemException problem) {
        if (problem.type() == ProblemType.PAYOUT_ALREADY_REPORTED) {
            return new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
        }
        String field = problem.pointer().map(FIELDS::get).orElse(null);
        return new ProblemException(problem.type(), problem.detail().orElse(null), field);
    }

    /**
     * @return the revision of the payout
     * @throws ProblemException counter-cancel-too-late once a month of it is closed or its cut-off has passed
     */
    public long cancel(Handle handle, String clientId, String payoutId) {
        PayoutRecord payout = PayoutQueries.find(handle, List.of(payoutId)).get(0);
        List<Part> held =
                payout.parts().stream().filter(part -> part.amountFen() > 0).toList();
        List<String> ids = held.stream().map(Part::monthId).toList();
        if (MonthStore.holdOpen(handle, ids, policies.today()).size() < ids.size()) {
            throw new ProblemException(ProblemType.COUNTER_CANCEL_TOO_LATE);
        }
        // What the months' rows say now holds: a mandate may have been revoked before they were.
        for (Part part : PayoutQueries.find(handle, List.of(payoutId)).get(0).parts()) {
            if (part.amountFen() > 0 && part.state() != Part.State.HELD) {
                throw new ProblemException(ProblemType.COUNTER_CANCEL_TOO_LATE);
            }
        }
        for (Part part : held) {
            MonthStore.release(handle, part.monthId(), clientId, part.amountFen(), clock.instant());
        }
        return PartStates.cancelled(handle, ids, payoutId, clock.instant());
    }

    public List<Share> shares(Handle handle, String payoutId) {
        return PayoutQueries.find(handle, List.of(payoutId)).stream()
                .flatMap(payout -> payout.parts().stream())
                .map(CounterMoney::share)
                .toList();
    }

    private static Share share(Part part) {
        return new Share(
                part.insurance().value(),
                part.period(),
                part.amountFen(),
                Share.State.valueOf(part.state().name()));
    }
}
