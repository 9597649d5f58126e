package io.tongban.gateway.certification;

import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.certification.CertificationApprovalApi;
import io.tongban.api.certification.CertificationApprovalOrder;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Approvals of certifications over HTTP. */
@ApplicationScoped
class CertificationApprovalResource implements CertificationApprovalApi {
    private static final int CREATED = 201;

    private final CertificationApprovals approvals;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    CertificationApprovalResource(
            CertificationApprovals approvals, Idempotency idempotency, Caller caller, Clock clock) {
        this.approvals = approvals;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("NullAway") // null only on a replay, when the stored answer is sent whatever this returns
    public CertificationApproval approveCertification(
            @Nullable String idempotencyKey, String certificationId, CertificationApprovalOrder order) {
        return idempotency.once(
                idempotencyKey,
                CREATED,
                handle -> CertificationMapper.toWire(
                        approvals.approve(
                                handle,
                                caller.principal(),
                                certificationId,
                                new ProvinceCode(order.province()),
                                order.reportDigest()),
                        clock.instant()));
    }
}
