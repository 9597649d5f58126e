package io.tongban.gateway.counter.payment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.payout.CounterMoney;
import io.tongban.gateway.counter.approval.DualControl;
import io.tongban.gateway.counter.operator.CurrentVisit;
import io.tongban.gateway.counter.operator.Visit;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.risk.RiskCheck;
import io.tongban.gateway.trust.risk.RiskFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes what workers pay at counters, and gives it back on the same day. */
@ApplicationScoped
public class PaymentService {
    private final CounterMoney money;
    private final CurrentVisit visits;
    private final DualControl dualControl;
    private final RiskCheck risk;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public PaymentService(
            CounterMoney money,
            CurrentVisit visits,
            DualControl dualControl,
            RiskCheck risk,
            Audit audit,
            Clock clock) {
        this.money = money;
        this.visits = visits;
        this.dualControl = dualControl;
        this.risk = risk;
        this.audit = audit;
        this.clock = clock;
    }

    /** As the bank asks for it. */
    public record Order(String reference, String workerId, String mandateId, long amountFen, Payment.Means means) {}

    public List<CounterMoney.Owed> owed(Handle handle, String clientId, String workerId, String mandateId) {
        visit();
        return money.owed(handle, clientId, workerId, mandateId);
    }

    /**
     * Takes a payment. Of a problem that a rule of risk made, tell {@link RiskCheck#blocked} once the transaction is rolled
     * back; of a second person that is needed, {@link DualControl#open}.
     */
    public Payment take(Handle handle, Inserts rows, String clientId, @Nullable String creditCode, Order order) {
        Visit visit = visit();
        if (creditCode == null) {
            throw new ProblemException(ProblemType.CREDIT_CODE_MISSING);
        }
        Instant now = clock.instant();
        LocalDate day = BankDay.open(handle, clientId, today(now));
        CounterMoney.Taken taken = money.take(
                handle,
                rows,
                visit.by(),
                creditCode,
                order.reference(),
                order.workerId(),
                order.mandateId(),
                order.amountFen());
        Payment payment = new Payment(
                Ids.next("cpm_"),
                clientId,
                order.reference(),
                taken.payoutId(),
                order.workerId(),
                order.mandateId(),
                order.amountFen(),
                order.means(),
                visit.point().reference(),
                visit.operator(),
                ReceiptCode.next(),
                day,
                now,
                null,
                taken.shares(),
                1);
        PaymentStore.insert(rows, payment, visit);
        Map<String, Object> facts = facts(payment, visit);
        Optional<String> second = dualControl.second(handle, visit, payment.id());
        second.ifPresent(checker -> facts.put("checker", checker));
        // Last, for what it counts by is held until the transaction ends.
        facts.put("risk", risk.require(handle, riskOf(payment, visit), second.isPresent()));
        audit.append(handle, AuditEntry.of(visit.by(), "counter-payment.taken", payment.id(), facts));
        return payment;
    }

    /** @throws ProblemException counter-payment-not-found, counter-payment-cancelled or counter-cancel-too-late */
    public Payment cancel(Handle handle, String clientId, String id) {
        Visit visit = visit();
        Instant now = clock.instant();
        // First the bank's day, as for a payment, so that the two never wait for each other.
        LocalDate day = BankDay.open(handle, clientId, today(now));
        Payment payment = own(PaymentStore.hold(handle, id).orElse(null), clientId);
        if (payment.cancelledAt() != null) {
            throw new ProblemException(ProblemType.COUNTER_PAYMENT_CANCELLED);
        }
        if (!payment.day().equals(day)) {
            throw new ProblemException(ProblemType.COUNTER_CANCEL_TOO_LATE, "It was taken on " + payment.day());
        }
        long revision = money.cancel(handle, clientId, payment.payoutId());
        PaymentStore.cancel(handle, id, visit, day, now);
        Payment cancelled = payment.with(money.shares(handle, payment.payoutId()), now, revision);
        audit.append(handle, AuditEntry.of(visit.by(), "counter-payment.cancelled", id, facts(cancelled, visit)));
        return cancelled;
    }

    /** @throws ProblemException counter-payment-not-found, also for another bank's */
    public Payment read(Handle handle, String clientId, String id) {
        return whole(handle, own(PaymentStore.find(handle, id).orElse(null), clientId));
    }

    /** The one that the bank gave this reference to. */
    Optional<Payment> find(Handle handle, String clientId, String reference) {
        return PaymentStore.ofReference(handle, clientId, reference).map(payment -> whole(handle, payment));
    }

    Payment whole(Handle handle, Payment payment) {
        return payment.with(money.shares(handle, payment.payoutId()), payment.cancelledAt(), payment.revision());
    }

    private static Payment own(@Nullable Payment payment, String clientId) {
        if (payment == null || !payment.clientId().equals(clientId)) {
            throw new ProblemException(ProblemType.COUNTER_PAYMENT_NOT_FOUND);
        }
        return payment;
    }

    /** @throws ProblemException counter-context-missing for what does not come from a counter, to pay */
    private Visit visit() {
        return visits.get()
                .filter(visit -> visit.purpose() == Point.Service.PAY)
                .orElseThrow(() -> new ProblemException(ProblemType.COUNTER_CONTEXT_MISSING));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ClockConfig.ZONE);
    }

    private static RiskFacts riskOf(Payment payment, Visit visit) {
        return new RiskFacts(
                RiskCheck.PAYMENT,
                payment.clientId(),
                payment.reference(),
                visit.operator(),
                visit.point().reference(),
                payment.workerId(),
                payment.mandateId(),
                payment.amountFen(),
                payment.takenAt().atZone(ClockConfig.ZONE));
    }

    private static Map<String, Object> facts(Payment payment, Visit visit) {
        return new HashMap<>(Map.of(
                "worker", payment.workerId(),
                "payout", payment.payoutId(),
                "fen", payment.amountFen(),
                "means", payment.means().name(),
                "point", visit.point().id(),
                "operator", visit.operator(),
                "session", visit.session(),
                "identified", visit.identified()));
    }
}
