package io.tongban.gateway.contribution.mandate;

import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import java.time.YearMonth;

/**
 * A partner's worker with a mandate of this worker's and the enrolment at the mandate's province.
 *
 * @param mandate kept from being revoked until the transaction ends
 * @param enrolmentId of the worker's latest at that province, which has said yes
 * @param changes of the person's insurances at the mandate's province
 * @param limits the person's own, over all platforms
 */
public record Standing(
        KnownWorker worker,
        RecordedMandate mandate,
        String enrolmentId,
        InsuranceHistories changes,
        WorkerLimits limits) {
    /** @throws ProblemException insurance-paused or insurance-ended if the month cannot be paid for the person there */
    public void requirePayable(InsuranceKind insurance, YearMonth month, String pointer) {
        changes.of(insurance).requirePayable(month, pointer);
    }
}
