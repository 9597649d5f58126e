package io.tongban.gateway.counter.payment;

import io.tongban.api.payment.CounterPayment;
import io.tongban.api.payment.CounterPaymentApi;
import io.tongban.api.payment.CounterPaymentList;
import io.tongban.api.payment.CounterPaymentOrder;
import io.tongban.api.payment.PaymentDue;
import io.tongban.gateway.contribution.payout.CounterMoney;
import io.tongban.gateway.counter.approval.Approval;
import io.tongban.gateway.counter.approval.ApprovalMapper;
import io.tongban.gateway.counter.approval.DualControl;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.gateway.trust.risk.RiskCheck;
import io.tongban.gateway.trust.risk.SecondPersonNeeded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Payments at counters over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay or a 202, when the answer that is kept is sent whatever is returned
public class CounterPaymentResource implements CounterPaymentApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final PaymentService payments;
    private final DualControl dualControl;
    private final RiskCheck risk;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;
    private final String baseUrl;

    @Inject
    public CounterPaymentResource(
            PaymentService payments,
            DualControl dualControl,
            RiskCheck risk,
            Idempotency idempotency,
            Caller caller,
            Jdbi jdbi,
            @ConfigProperty(name = "tongban.public-base-url") String baseUrl) {
        this.payments = payments;
        this.dualControl = dualControl;
        this.risk = risk;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
        this.baseUrl = baseUrl;
    }

    @Override
    public PaymentDue readCounterDue(String workerId, String mandateId) {
        return jdbi.inTransaction(
                handle -> PaymentMapper.toWire(payments.owed(handle, caller.tenant(), workerId, mandateId)));
    }

    @Override
    public CounterPayment payAtCounter(@Nullable String idempotencyKey, CounterPaymentOrder order) {
        try {
            return idempotency.together(
                    idempotencyKey,
                    CREATED,
                    false,
                    (handle, rows) -> PaymentMapper.toWire(
                            payments.take(
                                    handle, rows, caller.tenant(), caller.creditCode(), PaymentMapper.fromWire(order)),
                            baseUrl));
        } catch (SecondPersonNeeded needed) {
            Approval opened = dualControl.open(needed);
            idempotency.answer(ACCEPTED, ApprovalMapper.toWire(opened, opened.openedAt()));
            return null;
        } catch (ProblemException problem) {
            risk.blocked(problem);
            // The books refuse a reference only when all is written.
            throw isOfTheBooks(problem) ? CounterMoney.ofPayment(problem) : problem;
        }
    }

    private static boolean isOfTheBooks(ProblemException problem) {
        return problem.pointer()
                .filter(pointer -> pointer.startsWith("/payouts"))
                .isPresent();
    }

    @Override
    public CounterPaymentList findCounterPayments(String partnerReference) {
        return new CounterPaymentList(
                jdbi.withHandle(handle -> payments.find(handle, caller.tenant(), partnerReference).stream()
                        .map(payment -> PaymentMapper.toWire(payment, baseUrl))
                        .toList()));
    }

    @Override
    public CounterPayment readCounterPayment(String counterPaymentId) {
        return jdbi.withHandle(
                handle -> PaymentMapper.toWire(payments.read(handle, caller.tenant(), counterPaymentId), baseUrl));
    }

    @Override
    public CounterPayment cancelCounterPayment(@Nullable String idempotencyKey, String counterPaymentId) {
        return idempotency.once(
                idempotencyKey,
                OK,
                handle -> PaymentMapper.toWire(payments.cancel(handle, caller.tenant(), counterPaymentId), baseUrl));
    }
}
