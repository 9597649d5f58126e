package io.tongban.gateway.certification;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.gateway.webhook.Webhooks;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts.Health;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes an agency's word on what a run came to, and says what still counts of it. */
@ApplicationScoped
class CertificationApprovals {
    private final Suites suites;
    private final ProvinceAdmission provinces;
    private final GatewayKeys keys;
    private final Webhooks webhooks;
    private final Audit audit;
    private final CertificationConfig config;
    private final Clock clock;

    @Inject
    CertificationApprovals(
            Suites suites,
            ProvinceAdmission provinces,
            GatewayKeys keys,
            Webhooks webhooks,
            Audit audit,
            CertificationConfig config,
            Clock clock) {
        this.suites = suites;
        this.provinces = provinces;
        this.keys = keys;
        this.webhooks = webhooks;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Of a run, by province. */
    List<Approved> of(Handle handle, String id) {
        return of(handle, List.of(id)).getOrDefault(id, List.of());
    }

    /** Of these runs, each by province; a run that has none is missing. */
    Map<String, List<Approved>> of(Handle handle, List<String> ids) {
        return ApprovalStore.of(handle, ids);
    }

    /**
     * Approves a run for a province, once: again it says the same, whoever asks, and nothing happens.
     *
     * @param shown digest of the report that the officer was shown; null for any
     * @throws ProblemException certification-not-found, certification-own, province-unknown, certification-not-ended,
     *     certification-report-altered, certification-not-passed, certification-superseded, certification-expired
     */
    Approved approve(Handle handle, Principal officer, String id, ProvinceCode province, @Nullable String shown) {
        CertificationRun run = CertificationStore.find(handle, id)
                .orElseThrow(() -> new ProblemException(ProblemType.CERTIFICATION_NOT_FOUND));
        if (run.clientId().equals(officer.tenant())) {
            throw new ProblemException(ProblemType.CERTIFICATION_OWN);
        }
        if (provinces
                .find(province)
                .filter(facts -> facts.health() != Health.OFF)
                .isEmpty()) {
            throw new ProblemException(ProblemType.PROVINCE_UNKNOWN, null, "/province");
        }
        Report report = signed(run);
        if (shown != null && !shown.equals(report.digest())) {
            throw new ProblemException(ProblemType.CERTIFICATION_REPORT_ALTERED, null, "/reportDigest");
        }
        Instant now = clock.instant();
        Optional<Approved> known = ApprovalStore.find(handle, id, province);
        if (known.isPresent()) {
            return standing(known.get(), now);
        }
        requireToday(report, now);
        Approved approved = new Approved(
                id, run.clientId(), province, Report.CONTRACT, officer.tenant(), now, now.plus(config.approvedFor()));
        if (!ApprovalStore.insert(handle, approved)) {
            // Another officer was a moment faster.
            return standing(ApprovalStore.find(handle, id, province).orElseThrow(), now);
        }
        tell(handle, officer, approved, report);
        return approved;
    }

    /**
     * The report of a run, if it is the one that was signed for it.
     *
     * @throws ProblemException certification-not-ended, or certification-report-altered
     */
    Report signed(CertificationRun run) {
        String kept = run.report();
        if (kept == null) {
            throw new ProblemException(ProblemType.CERTIFICATION_NOT_ENDED);
        }
        try {
            Report report = Report.read(kept);
            if (report.isOf(run, keys)) {
                return report;
            }
        } catch (ParseException noReport) {
            throw new ProblemException(ProblemType.CERTIFICATION_REPORT_ALTERED).causedBy(noReport);
        }
        throw new ProblemException(ProblemType.CERTIFICATION_REPORT_ALTERED);
    }

    private static Approved standing(Approved known, Instant now) {
        if (!known.stands(now)) {
            throw new ProblemException(ProblemType.CERTIFICATION_EXPIRED, "An approval of it has ended");
        }
        return known;
    }

    /** What was shown has to be what is asked for today. */
    private void requireToday(Report report, Instant now) {
        if (!report.isCertified()) {
            throw new ProblemException(ProblemType.CERTIFICATION_NOT_PASSED);
        }
        boolean ofNow = report.text("contract").equals(Report.CONTRACT)
                && suites.hasVersion(report.text("suite"), report.text("version"));
        if (!ofNow) {
            throw new ProblemException(ProblemType.CERTIFICATION_SUPERSEDED);
        }
        if (!now.isBefore(report.endedAt().plus(config.approvedFor()))) {
            throw new ProblemException(ProblemType.CERTIFICATION_EXPIRED, "It ended at " + report.endedAt());
        }
    }

    private void tell(Handle handle, Principal officer, Approved approved, Report report) {
        audit.append(
                handle,
                new AuditEntry(
                        officer,
                        approved.clientId(),
                        "certification.approved",
                        approved.certificationId(),
                        Map.of(
                                "province", approved.province().value(),
                                "suite", report.text("suite"),
                                "version", report.text("version"),
                                "contract", approved.contract(),
                                "expiresAt", approved.expiresAt().toString(),
                                "reportDigest", report.digest())));
        webhooks.appendAll(handle, List.of(CertificationMapper.toEvent(approved)));
    }
}
