package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.subsidy.ContributionProof;
import io.tongban.api.subsidy.ProofRequest;
import io.tongban.api.subsidy.SubsidyClaim;
import io.tongban.api.subsidy.SubsidyClaimList;
import io.tongban.api.subsidy.SubsidyClaimOrder;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.concurrent.CompletableFuture;

/** Proves that a month is paid, in whichever province, and claims what a platform refunds of it. */
public final class Subsidies {
    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Subsidies(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Refused with {@code contribution-not-confirmed} if the month is not known to be paid. */
    public ContributionProof prove(String workerId, ProofRequest request) {
        return caller.call(proving(workerId, request));
    }

    public CompletableFuture<ContributionProof> proveAsync(String workerId, ProofRequest request) {
        return caller.start(proving(workerId, request));
    }

    /** Claims what the platform refunds by the rule; named by its {@code partnerReference}. */
    public SubsidyClaim claim(String workerId, SubsidyClaimOrder order) {
        return claim(workerId, order, RequestOptions.none());
    }

    public SubsidyClaim claim(String workerId, SubsidyClaimOrder order, RequestOptions options) {
        return caller.call(claiming(workerId, order, options));
    }

    public CompletableFuture<SubsidyClaim> claimAsync(String workerId, SubsidyClaimOrder order) {
        return claimAsync(workerId, order, RequestOptions.none());
    }

    public CompletableFuture<SubsidyClaim> claimAsync(
            String workerId, SubsidyClaimOrder order, RequestOptions options) {
        return caller.start(claiming(workerId, order, options));
    }

    /** Your own for this worker, newest first, at most 200. */
    public SubsidyClaimList list(String workerId) {
        return caller.call(listing(workerId));
    }

    public CompletableFuture<SubsidyClaimList> listAsync(String workerId) {
        return caller.start(listing(workerId));
    }

    private static String path(String workerId) {
        return "/v1/workers/" + Target.segment(workerId);
    }

    private static Call<ContributionProof> proving(String workerId, ProofRequest request) {
        return Call.search(
                "proveContribution",
                path(workerId) + "/contribution-proofs",
                Given.value(request, "request"),
                ContributionProof.class);
    }

    private Call<SubsidyClaim> claiming(String workerId, SubsidyClaimOrder order, RequestOptions options) {
        String reference = Given.value(order, "order").partnerReference();
        return idempotentCalls.named(
                "claimSubsidy", path(workerId) + "/subsidy-claims", order, SubsidyClaim.class, reference, options);
    }

    private static Call<SubsidyClaimList> listing(String workerId) {
        return Call.read("listSubsidyClaims", path(workerId) + "/subsidy-claims", SubsidyClaimList.class);
    }
}
