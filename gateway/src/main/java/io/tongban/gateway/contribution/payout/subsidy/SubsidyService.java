package io.tongban.gateway.contribution.payout.subsidy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.quote.SubsidyCalculation;
import io.tongban.gateway.contribution.quote.SubsidyCalculation.Subsidy;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Computes what a platform refunds, and keeps that it was claimed; a month is claimed once by each platform. */
@ApplicationScoped
public class SubsidyService {
    private static final int SHOWN = 200;

    private final Proofs proofs;
    private final WorkerService workers;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public SubsidyService(Proofs proofs, WorkerService workers, Policies policies, Audit audit, Clock clock) {
        this.proofs = proofs;
        this.workers = workers;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    SubsidyRecord claim(Handle handle, Principal by, String workerId, Claim claimed) {
        String clientId = by.tenant();
        if (SubsidyStore.isReferenceUsed(handle, clientId, claimed.reference())) {
            throw new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
        }
        KnownWorker worker = proofs.consenting(handle, clientId, workerId, claimed.consentReference());
        Subsidy subsidy = SubsidyCalculation.of(
                policies.book(),
                claimed.workPlace(),
                claimed.insurance().value(),
                claimed.period(),
                claimed.incomesFen(),
                policies.today());
        if (!subsidy.isDue()) {
            throw new ProblemException(
                    ProblemType.INCOME_BELOW_FLOOR,
                    "The lowest base was reached in " + subsidy.monthsReached() + " months; it is "
                            + subsidy.floorBaseFen() + " fen in " + claimed.period(),
                    "/incomes");
        }
        // Last: who claims what is not due anyway must not hear whether the month is paid.
        Proof proof =
                proofs.prove(handle, by, worker, claimed.insurance(), claimed.period(), claimed.consentReference());
        SubsidyRecord claim = record(worker, claimed, proof, subsidy);
        SubsidyStore.insert(handle, claim);
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        "subsidy.claimed",
                        claim.id(),
                        Map.of(
                                "worker", workerId,
                                "insurance", claimed.insurance().value(),
                                "period", claimed.period().toString(),
                                "fen", claim.amountFen())));
        return claim;
    }

    private SubsidyRecord record(KnownWorker worker, Claim claimed, Proof proof, Subsidy subsidy) {
        return new SubsidyRecord(
                Ids.next("sub_"),
                worker.clientId(),
                claimed.reference(),
                worker.personId(),
                proof,
                claimed.workPlace(),
                subsidy.floorBaseFen(),
                subsidy.monthsReached(),
                subsidy.fen(),
                subsidy.share().id(),
                subsidy.share().source(),
                subsidy.mark().name(),
                subsidy.provisional(),
                claimed.consentReference(),
                clock.instant());
    }

    List<SubsidyRecord> list(Handle handle, String clientId, String workerId) {
        return SubsidyStore.ofWorker(
                handle, workers.known(handle, clientId, workerId, null).id(), SHOWN);
    }
}
