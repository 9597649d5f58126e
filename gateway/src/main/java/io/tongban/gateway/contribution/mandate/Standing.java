package io.tongban.gateway.contribution.mandate;

import io.tongban.gateway.contribution.worker.KnownWorker;

/**
 * A partner's worker with a mandate of this worker's and the enrolment at the mandate's province.
 *
 * @param mandate kept from being revoked until the transaction ends
 * @param enrolmentId of the worker's latest at that province, which has said yes
 */
public record Standing(KnownWorker worker, RecordedMandate mandate, String enrolmentId) {}
