package io.tongban.gateway.contribution.payout.subsidy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.gateway.contribution.withholding.PaidMonth.Source;
import io.tongban.gateway.contribution.withholding.WithholdingQueries;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.References;
import io.tongban.province.InsuranceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Proves that a month is paid, through whomever and in whichever province, with the worker's consent. */
@ApplicationScoped
public class Proofs {
    /** Those that nobody hears but after the look. */
    private static final Set<ProblemType> TELLING =
            Set.of(ProblemType.CONTRIBUTION_NOT_CONFIRMED, ProblemType.SUBSIDY_ALREADY_CLAIMED);

    private final WorkerService workers;
    private final WithholdingQueries withholdings;
    private final Audit audit;

    @Inject
    public Proofs(WorkerService workers, WithholdingQueries withholdings, Audit audit) {
        this.workers = workers;
        this.withholdings = withholdings;
        this.audit = audit;
    }

    /**
     * The partner's worker, who agreed to a look at what others paid.
     *
     * @throws ProblemException worker-not-found; reference-says-nothing; worker-not-registered-there or
     *     worker-registration-pending where no province has said that it is this person
     */
    KnownWorker consenting(Handle handle, String clientId, String workerId, String consentReference) {
        KnownWorker worker = workers.known(handle, clientId, workerId, null);
        if (!References.saysSomething(consentReference)) {
            throw new ProblemException(ProblemType.REFERENCE_SAYS_NOTHING, null, "/consentReference");
        }
        workers.requireKnownToProvince(handle, worker);
        return worker;
    }

    /**
     * Looks, and notes it within the caller's transaction; what ends otherwise is to be noted by {@link #noteRefused}.
     *
     * @throws ProblemException contribution-not-confirmed
     */
    Proof prove(
            Handle handle,
            Principal by,
            KnownWorker worker,
            InsuranceKind insurance,
            YearMonth period,
            String consentReference) {
        PaidMonth paid = withholdings.paid(handle, List.of(worker.personId())).stream()
                .filter(month -> month.isPaid()
                        && month.insurance().equals(insurance)
                        && month.period().equals(period))
                .min(Comparator.comparing(PaidMonth::source))
                .orElseThrow(() -> new ProblemException(ProblemType.CONTRIBUTION_NOT_CONFIRMED, null, "/period"));
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        "contribution.proved",
                        worker.id(),
                        Map.of(
                                "insurance", insurance.value(),
                                "period", period.toString(),
                                "consent", consentReference)));
        return new Proof(
                worker.id(), insurance, period, paid.province(), paid.source() != Source.CONFIRMED, paid.knownAt());
    }

    /** Notes a look that told something although it ended in a refusal, in a transaction that is not rolled back with it. */
    void noteRefused(
            Handle handle,
            Principal by,
            String workerId,
            InsuranceKind insurance,
            YearMonth period,
            String consentReference,
            ProblemType refusal) {
        if (TELLING.contains(refusal)) {
            audit.append(
                    handle,
                    AuditEntry.of(
                            by,
                            "contribution.not-proved",
                            workerId,
                            Map.of(
                                    "insurance", insurance.value(),
                                    "period", period.toString(),
                                    "consent", consentReference,
                                    "refusal", refusal.code())));
        }
    }
}
