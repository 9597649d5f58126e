package io.tongban.gateway.contribution.payout.subsidy;

import io.tongban.api.subsidy.ContributionProof;
import io.tongban.api.subsidy.ProofRequest;
import io.tongban.api.subsidy.SubsidyApi;
import io.tongban.api.subsidy.SubsidyClaim;
import io.tongban.api.subsidy.SubsidyClaimList;
import io.tongban.api.subsidy.SubsidyClaimOrder;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.province.InsuranceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Proofs and subsidies over HTTP. */
@ApplicationScoped
public class SubsidyResource implements SubsidyApi {
    private static final int CREATED = 201;

    private final Proofs proofs;
    private final SubsidyService subsidies;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public SubsidyResource(Proofs proofs, SubsidyService subsidies, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.proofs = proofs;
        this.subsidies = subsidies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    public ContributionProof proveContribution(String workerId, ProofRequest request) {
        InsuranceKind insurance = new InsuranceKind(request.insurance());
        String consent = request.consentReference();
        try {
            return jdbi.inTransaction(handle -> SubsidyMapper.toWire(proofs.prove(
                    handle,
                    caller.principal(),
                    proofs.consenting(handle, caller.tenant(), workerId, consent),
                    insurance,
                    request.period(),
                    consent)));
        } catch (ProblemException refused) {
            throw noted(refused, workerId, insurance, request.period(), consent);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public SubsidyClaim claimSubsidy(String workerId, @Nullable String idempotencyKey, SubsidyClaimOrder order) {
        try {
            return idempotency.once(
                    idempotencyKey,
                    CREATED,
                    handle -> SubsidyMapper.toWire(
                            subsidies.claim(handle, caller.principal(), workerId, SubsidyMapper.fromWire(order))));
        } catch (ProblemException refused) {
            throw noted(
                    refused, workerId, new InsuranceKind(order.insurance()), order.period(), order.consentReference());
        }
    }

    /** What the refused transaction had written was rolled back with it. */
    private ProblemException noted(
            ProblemException refused, String workerId, InsuranceKind insurance, YearMonth period, String consent) {
        jdbi.useTransaction(handle ->
                proofs.noteRefused(handle, caller.principal(), workerId, insurance, period, consent, refused.type()));
        return refused;
    }

    @Override
    public SubsidyClaimList listSubsidyClaims(String workerId) {
        return jdbi.withHandle(handle -> new SubsidyClaimList(subsidies.list(handle, caller.tenant(), workerId).stream()
                .map(SubsidyMapper::toWire)
                .toList()));
    }
}
