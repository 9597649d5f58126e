package io.tongban.sdk;

import io.tongban.api.approval.Approval;
import io.tongban.api.approval.ApprovalPage;
import io.tongban.api.approval.ApprovalProof;
import io.tongban.api.approval.ApprovalState;
import io.tongban.api.internal.Given;
import io.tongban.api.payment.CounterPayment;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.SignedOctets;
import io.tongban.sdk.internal.call.Target;
import io.tongban.signature.OperatorSigner;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits at a bank's counters for a second person. */
public final class Approvals {
    private static final String PATH = "/v1/approvals";
    private static final String PAYMENTS = "/v1/counter-payments";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Approvals(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Newest first, fetched page by page as it is walked. */
    public Pages<Approval> list(ApprovalState state) {
        String asked = Given.value(state, "state").name();
        return new Pages<>(cursor -> {
            ApprovalPage page = caller.call(listing(asked, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<ApprovalPage> listAsync(ApprovalState state, @Nullable String cursor) {
        return caller.start(listing(Given.value(state, "state").name(), cursor));
    }

    public Approval get(String approvalId) {
        return caller.call(reading(approvalId));
    }

    public CompletableFuture<Approval> getAsync(String approvalId) {
        return caller.start(reading(approvalId));
    }

    /** The message as it was signed: show it to the checker before he signs, and keep it after. */
    public ApprovalProof proof(String approvalId) {
        return caller.call(proving(approvalId));
    }

    public CompletableFuture<ApprovalProof> proofAsync(String approvalId) {
        return caller.start(proving(approvalId));
    }

    /** Takes back what is pending. */
    public Approval withdraw(String approvalId) {
        return caller.call(withdrawing(approvalId, RequestOptions.none()));
    }

    public CompletableFuture<Approval> withdrawAsync(String approvalId, RequestOptions options) {
        return caller.start(withdrawing(approvalId, options));
    }

    /**
     * Sends what the maker signed once more, with the checker's signature over it: the payment is taken once this returns,
     * whoever else signs. Wherever the maker sent it from, this client need not be {@link Tongban#at} a counter.
     *
     * @param pending as {@link #proof} gives it
     * @param checker of another operator, a supervisor
     * @throws IllegalArgumentException if it is no payment
     */
    public CounterPayment confirm(ApprovalProof pending, OperatorSigner checker) {
        return caller.call(confirming(pending, checker, RequestOptions.none()));
    }

    public CompletableFuture<CounterPayment> confirmAsync(
            ApprovalProof pending, OperatorSigner checker, RequestOptions options) {
        return caller.start(confirming(pending, checker, options));
    }

    private Call<CounterPayment> confirming(ApprovalProof pending, OperatorSigner checker, RequestOptions options) {
        DualControlProof proof = new DualControlProof(Given.value(pending, "pending"));
        OperatorSigner signer = Given.value(checker, "checker");
        Given.value(options, "options");
        if (!pending.targetUri().endsWith(PAYMENTS) || !pending.method().equals("POST")) {
            throw new IllegalArgumentException("This approval is of no payment at a counter");
        }
        RequestOptions exact = options.withIdempotencyKey(pending.idempotencyKey());
        Call<CounterPayment> call = idempotentCalls.named(
                "payAtCounter",
                PAYMENTS,
                new SignedOctets(Base64.getDecoder().decode(pending.body())),
                CounterPayment.class,
                pending.idempotencyKey(),
                exact);
        return call.with(call.options().at(pending.counterContext()).signedBy(content -> {
            if (!content.equals(proof.content())) {
                throw new IllegalArgumentException("This approval is of another gateway");
            }
            return List.of(proof.maker(), signer.check(content, proof.maker()));
        }));
    }

    private static Call<ApprovalPage> listing(String state, @Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("state", state);
        parameters.put("cursor", cursor);
        return Call.read("listApprovals", PATH + Target.query(parameters), ApprovalPage.class);
    }

    private static Call<Approval> reading(String approvalId) {
        return Call.read("readApproval", PATH + "/" + Target.segment(approvalId), Approval.class);
    }

    private static Call<ApprovalProof> proving(String approvalId) {
        return Call.read("readApprovalProof", PATH + "/" + Target.segment(approvalId) + "/proof", ApprovalProof.class);
    }

    private Call<Approval> withdrawing(String approvalId, RequestOptions options) {
        String path = PATH + "/" + Target.segment(approvalId) + "/withdrawal";
        return idempotentCalls.repeatable("withdrawApproval", "POST", path, null, Approval.class, approvalId, options);
    }
}
