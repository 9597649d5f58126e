package io.tongban.gateway.console;

import io.tongban.api.Patterns;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.payout.CounterMoney;
import io.tongban.gateway.counter.operator.CounterCheck;
import io.tongban.gateway.counter.operator.Visits;
import io.tongban.gateway.counter.payment.Payment;
import io.tongban.gateway.counter.payment.PaymentService;
import io.tongban.gateway.counter.payment.Receipts;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.idempotency.FormEffects;
import io.tongban.gateway.trust.risk.RiskCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Money over the counter: each form has its effect once, under the key that its page gave it. */
@ApplicationScoped
public class Till {
    private final Visits visits;
    private final PaymentService payments;
    private final Receipts receipts;
    private final RiskCheck risk;
    private final FormEffects effects;
    private final Jdbi jdbi;
    private final String baseUrl;

    @Inject
    public Till(
            Visits visits,
            PaymentService payments,
            Receipts receipts,
            RiskCheck risk,
            FormEffects effects,
            Jdbi jdbi,
            @ConfigProperty(name = "tongban.public-base-url") String baseUrl) {
        this.visits = visits;
        this.payments = payments;
        this.receipts = receipts;
        this.risk = risk;
        this.effects = effects;
        this.jdbi = jdbi;
        this.baseUrl = baseUrl;
    }

    /** @return the payment's id, the same for the same form sent again */
    String take(Teller teller, @Nullable String point, @Nullable String identified, PayForm form) {
        CounterCheck.Said said = VisitForm.said(teller, point, identified, Point.Service.PAY);
        List<String> same = new ArrayList<>(form.said());
        same.addAll(List.of(said.point(), said.operator(), said.identified()));
        try {
            return effects.once(teller.by(), PageOperation.PAY.operationIds(), form.key(), same, (handle, rows) -> {
                visits.enter(handle, said, true, PageOperation.PAY.word(), form.workerId());
                return payments.take(
                                handle,
                                rows,
                                teller.tenant(),
                                teller.creditCode(),
                                new PaymentService.Order(
                                        form.key(), form.workerId(), form.mandateId(), form.fen(), form.means()))
                        .id();
            });
        } catch (ProblemException refused) {
            risk.blocked(refused);
            throw CounterMoney.ofPayment(refused);
        }
    }

    PaymentView show(Teller teller, String id) {
        Payment payment = read(teller, id);
        return new PaymentView(
                Desk.Who.of(teller),
                payment.id(),
                payment.state() == Payment.State.TAKEN,
                payment.means() == Payment.Means.CASH ? new Notice("现金", "Cash") : new Notice("银行卡", "Card"),
                ReceiptView.of(payment, receipts.placeOf(payment), baseUrl),
                Ids.next("page_"));
    }

    private Payment read(Teller teller, String id) {
        if (!id.matches(Patterns.PAYMENT_ID)) {
            throw new ProblemException(ProblemType.COUNTER_PAYMENT_NOT_FOUND);
        }
        return jdbi.withHandle(handle -> payments.read(handle, teller.tenant(), id));
    }

    void cancel(Teller teller, String id, @Nullable String identified, @Nullable String key) {
        Payment payment = read(teller, id);
        CounterCheck.Said said = VisitForm.said(teller, payment.point(), identified, Point.Service.PAY);
        effects.once(
                teller.by(),
                PageOperation.CANCEL.operationIds(),
                PayForm.key(key),
                List.of(id, said.operator(), said.identified()),
                (handle, rows) -> {
                    visits.enter(handle, said, true, PageOperation.CANCEL.word(), payment.workerId());
                    return payments.cancel(handle, teller.tenant(), id).id();
                });
    }
}
