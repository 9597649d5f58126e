package io.tongban.gateway.certification;

import io.tongban.api.certification.Certification;
import io.tongban.api.certification.CertificationApi;
import io.tongban.api.certification.CertificationHtml;
import io.tongban.api.certification.CertificationPage;
import io.tongban.api.certification.CertificationReport;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Certification over HTTP. */
@ApplicationScoped
class CertificationResource implements CertificationApi {
    private static final int CREATED = 201;

    private final CertificationService certifications;
    private final CertificationApprovals approvals;
    private final ReportPage page;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Clock clock;

    CertificationResource(
            CertificationService certifications,
            CertificationApprovals approvals,
            ReportPage page,
            Idempotency idempotency,
            Caller caller,
            Jdbi jdbi,
            Clock clock) {
        this.certifications = certifications;
        this.approvals = approvals;
        this.page = page;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("NullAway") // null only on a replay, when the stored answer is sent whatever this returns
    public Certification startCertification(@Nullable String idempotencyKey, String suite) {
        return idempotency.once(
                idempotencyKey,
                CREATED,
                handle -> shown(handle, certifications.start(handle, caller.principal(), suite)));
    }

    @Override
    public CertificationPage listCertifications(@Nullable String cursor, @Nullable Integer limit) {
        return jdbi.withHandle(handle -> {
            CertificationService.Page found = certifications.list(handle, caller.tenant(), cursor, limit);
            Map<String, List<Approved>> approved = approvals.of(
                    handle, found.items().stream().map(CertificationRun::id).toList());
            Instant now = clock.instant();
            return new CertificationPage(
                    found.items().stream()
                            .map(run ->
                                    CertificationMapper.toSummary(run, approved.getOrDefault(run.id(), List.of()), now))
                            .toList(),
                    found.nextCursor());
        });
    }

    @Override
    public Certification readCertification(String certificationId) {
        return jdbi.withHandle(handle -> shown(handle, certifications.find(handle, caller.tenant(), certificationId)));
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public CertificationReport reportCertification(@Nullable String idempotencyKey, String certificationId) {
        // For itself, since it stands though the report is refused for now.
        jdbi.useTransaction(handle -> certifications.end(handle, caller.tenant(), certificationId));
        return idempotency.once(
                idempotencyKey,
                CREATED,
                handle -> new CertificationReport(
                        certificationId, certifications.report(handle, caller.principal(), certificationId)));
    }

    @Override
    public CertificationHtml readCertificationHtml(String certificationId) {
        CertificationRun run = jdbi.withHandle(handle -> certifications.find(handle, caller.tenant(), certificationId));
        return new CertificationHtml(certificationId, page.write(approvals.signed(run)));
    }

    private Certification shown(Handle handle, CertificationRun run) {
        return CertificationMapper.toWire(
                run, certifications.judged(handle, run), approvals.of(handle, run.id()), clock.instant());
    }
}
