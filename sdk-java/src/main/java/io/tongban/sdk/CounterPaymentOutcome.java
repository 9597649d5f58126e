package io.tongban.sdk;

import io.tongban.api.approval.Approval;
import io.tongban.api.payment.CounterPayment;

/** What became of a payment that its operator signed. */
public sealed interface CounterPaymentOutcome {
    /** No rule asked for a second person: it counts. */
    record Taken(CounterPayment payment) implements CounterPaymentOutcome {}

    /** Nothing was taken: a supervisor signs first. */
    record AwaitingApproval(Approval approval) implements CounterPaymentOutcome {}
}
