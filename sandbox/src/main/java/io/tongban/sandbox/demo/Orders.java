package io.tongban.sandbox.demo;

import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sandbox.population.SyntheticWorker;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a platform's own system would send of a worker. */
final class Orders {
    private static final Instant SIGNED = Instant.parse("2026-09-28T02:00:00Z");

    private Orders() {}

    static WorkerRegistration registration(SyntheticWorker worker) {
        return new WorkerRegistration(
                worker.reference(),
                worker.citizenNumber(),
                worker.name(),
                worker.mobile(),
                worker.province(),
                InsuredPlace.valueOf(worker.place().name()),
                worker.platform().sector().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "consent-" + worker.reference());
    }

    static MandateGrant mandate(SyntheticWorker worker, String workerId) {
        return new MandateGrant(
                "mandate-" + worker.reference(),
                workerId,
                worker.province(),
                List.of(worker.insurance()),
                worker.mandateCapFen(),
                worker.period(),
                null,
                SIGNED,
                "agreement-" + worker.reference());
    }

    static WithholdingOrder withholding(SyntheticWorker worker, String workerId, String mandateId) {
        return order("wh-" + worker.period() + "-" + worker.reference(), worker, workerId, mandateId);
    }

    /** The same month once more, as if by mistake, under another name. */
    static WithholdingOrder again(SyntheticWorker worker, String workerId, String mandateId) {
        return order("wh2-" + worker.period() + "-" + worker.reference(), worker, workerId, mandateId);
    }

    private static WithholdingOrder order(String reference, SyntheticWorker worker, String workerId, String mandateId) {
        return new WithholdingOrder(
                reference,
                workerId,
                mandateId,
                worker.insurance(),
                worker.period(),
                worker.baseFen(),
                worker.amountFen());
    }
}
