package io.tongban.gateway.counter.payment;

import io.tongban.api.payment.CounterPayment;
import io.tongban.api.payment.CounterPaymentOrder;
import io.tongban.api.payment.MonthOwed;
import io.tongban.api.payment.PaymentDue;
import io.tongban.api.payment.PaymentMeans;
import io.tongban.api.payment.PaymentPart;
import io.tongban.api.payment.PaymentPartState;
import io.tongban.api.payment.PaymentState;
import io.tongban.gateway.contribution.payout.CounterMoney;
import java.util.List;

/** Between the contract's records of payments and ours. */
final class PaymentMapper {
    private PaymentMapper() {}

    static PaymentService.Order fromWire(CounterPaymentOrder order) {
        return new PaymentService.Order(
                order.partnerReference(),
                order.workerId(),
                order.mandateId(),
                order.amountFen(),
                Payment.Means.valueOf(order.means().name()));
    }

    static PaymentDue toWire(List<CounterMoney.Owed> owed) {
        return new PaymentDue(
                owed.stream().mapToLong(CounterMoney.Owed::amountFen).sum(),
                owed.stream()
                        .map(each -> new MonthOwed(
                                each.insurance(), each.period(), each.cutOff(), each.dueFen(), each.amountFen()))
                        .toList());
    }

    static CounterPayment toWire(Payment payment, String baseUrl) {
        return new CounterPayment(
                payment.id(),
                payment.reference(),
                payment.workerId(),
                payment.mandateId(),
                payment.amountFen(),
                PaymentMeans.valueOf(payment.means().name()),
                payment.point(),
                payment.operator(),
                PaymentState.valueOf(payment.state().name()),
                payment.toReturnFen(),
                payment.shares().stream()
                        .map(share -> new PaymentPart(
                                share.insurance(),
                                share.period(),
                                share.amountFen(),
                                PaymentPartState.valueOf(payment.state(share).name())))
                        .toList(),
                baseUrl + "/receipts/" + payment.receiptCode(),
                payment.takenAt(),
                payment.cancelledAt(),
                payment.revision());
    }
}
