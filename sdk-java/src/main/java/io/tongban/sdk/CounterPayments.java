package io.tongban.sdk;

import io.tongban.api.approval.Approval;
import io.tongban.api.internal.Given;
import io.tongban.api.payment.CounterPayment;
import io.tongban.api.payment.CounterPaymentList;
import io.tongban.api.payment.CounterPaymentOrder;
import io.tongban.api.payment.PaymentDue;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Futures;
import io.tongban.sdk.internal.call.Target;
import io.tongban.signature.OperatorSigner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What workers pay at a counter: begin with {@link Tongban#at}. */
public final class CounterPayments {
    private static final String PATH = "/v1/counter-payments";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    CounterPayments(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** What the worker can pay now under the mandate. */
    public PaymentDue due(String workerId, String mandateId) {
        return caller.call(asking(workerId, mandateId));
    }

    public CompletableFuture<PaymentDue> dueAsync(String workerId, String mandateId) {
        return caller.start(asking(workerId, mandateId));
    }

    /** Takes a payment; named by its {@code partnerReference}. It counts once this returns. */
    public CounterPayment take(CounterPaymentOrder order) {
        return caller.call(taking(order, RequestOptions.none()));
    }

    public CompletableFuture<CounterPayment> takeAsync(CounterPaymentOrder order, RequestOptions options) {
        return caller.start(taking(order, options));
    }

    /**
     * Asks for a payment with the operator's own signature beside the program's, where a rule may ask for a second person:
     * either it is taken, or it waits for one, see {@link Approvals#confirm}. The same order once more is the same.
     *
     * @param maker of the operator whom the counter names
     */
    public CounterPaymentOutcome ask(CounterPaymentOrder order, OperatorSigner maker) {
        return Futures.on(askAsync(order, maker, RequestOptions.none()));
    }

    public CompletableFuture<CounterPaymentOutcome> askAsync(
            CounterPaymentOrder order, OperatorSigner maker, RequestOptions options) {
        String reference = Given.value(order, "order").partnerReference();
        OperatorSigner signer = Given.value(maker, "maker");
        Call<Approval> call = idempotentCalls.named("payAtCounter", PATH, order, Approval.class, reference, options);
        return caller.start(call.with(call.options().signedBy(content -> List.of(signer.make(content)))))
                .thenCompose(answer -> answer.id().startsWith("apv_")
                        ? CompletableFuture.completedFuture(new CounterPaymentOutcome.AwaitingApproval(answer))
                        : getAsync(answer.id()).thenApply(CounterPaymentOutcome.Taken::new));
    }

    public CounterPayment get(String counterPaymentId) {
        return caller.call(reading(counterPaymentId));
    }

    public CompletableFuture<CounterPayment> getAsync(String counterPaymentId) {
        return caller.start(reading(counterPaymentId));
    }

    /** The one that this bank gave this reference to; one that is not there was not taken. */
    public Optional<CounterPayment> findByReference(String partnerReference) {
        return caller.call(finding(partnerReference)).items().stream().findFirst();
    }

    public CompletableFuture<CounterPaymentList> findByReferenceAsync(String partnerReference) {
        return caller.start(finding(partnerReference));
    }

    /** Gives it back, on the day on which it was taken. */
    public CounterPayment cancel(String counterPaymentId) {
        return caller.call(cancelling(counterPaymentId, RequestOptions.none()));
    }

    public CompletableFuture<CounterPayment> cancelAsync(String counterPaymentId, RequestOptions options) {
        return caller.start(cancelling(counterPaymentId, options));
    }

    private static Call<PaymentDue> asking(String workerId, String mandateId) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("workerId", Given.value(workerId, "workerId"));
        parameters.put("mandateId", Given.value(mandateId, "mandateId"));
        return Call.read("readCounterDue", PATH + "/due" + Target.query(parameters), PaymentDue.class);
    }

    private Call<CounterPayment> taking(CounterPaymentOrder order, RequestOptions options) {
        String reference = Given.value(order, "order").partnerReference();
        return idempotentCalls.named("payAtCounter", PATH, order, CounterPayment.class, reference, options);
    }

    private static Call<CounterPayment> reading(String counterPaymentId) {
        return Call.read("readCounterPayment", PATH + "/" + Target.segment(counterPaymentId), CounterPayment.class);
    }

    private static Call<CounterPaymentList> finding(String partnerReference) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("partnerReference", Given.value(partnerReference, "partnerReference"));
        return Call.read("findCounterPayments", PATH + Target.query(parameters), CounterPaymentList.class);
    }

    private Call<CounterPayment> cancelling(String counterPaymentId, RequestOptions options) {
        String path = PATH + "/" + Target.segment(counterPaymentId) + "/cancellation";
        return idempotentCalls.repeatable(
                "cancelCounterPayment", "POST", path, null, CounterPayment.class, counterPaymentId, options);
    }
}
