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
        return WorkerRegistration.builder()
                .partnerReference(worker.reference())
                .citizenNumber(worker.citizenNumber())
                .name(worker.name())
                .mobile(worker.mobile())
                .province(worker.province())
                .place(InsuredPlace.valueOf(worker.place().name()))
                .sector(worker.platform()
                        .sector()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .consentReference("consent-" + worker.reference())
                .build();
    }

    static MandateGrant mandate(SyntheticWorker worker, String workerId) {
        return MandateGrant.builder()
                .partnerReference("mandate-" + worker.reference())
                .workerId(workerId)
                .province(worker.province())
                .insurances(List.of(worker.insurance()))
                .capFen(worker.mandateCapFen())
                .validFrom(worker.period())
                .signedAt(SIGNED)
                .agreementReference("agreement-" + worker.reference())
                .build();
    }

    static WithholdingOrder withholding(SyntheticWorker worker, String workerId, String mandateId) {
        return order("wh-" + worker.period() + "-" + worker.reference(), worker, workerId, mandateId);
    }

    /** The same month once more, as if by mistake, under another name. */
    static WithholdingOrder again(SyntheticWorker worker, String workerId, String mandateId) {
        return order("wh2-" + worker.period() + "-" + worker.reference(), worker, workerId, mandateId);
    }

    private static WithholdingOrder order(String reference, SyntheticWorker worker, String workerId, String mandateId) {
        return WithholdingOrder.builder()
                .partnerReference(reference)
                .workerId(workerId)
                .mandateId(mandateId)
                .insurance(worker.insurance())
                .period(worker.period())
                .baseFen(worker.baseFen())
                .amountFen(worker.amountFen())
                .build();
    }
}
