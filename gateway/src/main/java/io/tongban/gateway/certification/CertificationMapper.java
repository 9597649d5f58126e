package io.tongban.gateway.certification;

import io.tongban.api.certification.CaseVerdict;
import io.tongban.api.certification.Certification;
import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.certification.CertificationApprovalState;
import io.tongban.api.certification.CertificationCase;
import io.tongban.api.certification.CertificationSummary;
import io.tongban.api.webhook.EventType;
import io.tongban.gateway.webhook.Webhooks;
import java.time.Instant;
import java.util.List;

/** Between runs and the contract's records. */
final class CertificationMapper {
    private CertificationMapper() {}

    static Certification toWire(CertificationRun run, List<Judged> cases, List<Approved> approvals, Instant now) {
        return new Certification(
                run.id(),
                run.suite(),
                run.version(),
                run.startedAt(),
                run.endsAt(),
                run.end(now),
                cases.stream().map(CertificationMapper::toWire).toList(),
                toWire(approvals, now));
    }

    static CertificationSummary toSummary(CertificationRun run, List<Approved> approvals, Instant now) {
        return new CertificationSummary(
                run.id(),
                run.suite(),
                run.version(),
                run.startedAt(),
                run.endsAt(),
                run.end(now),
                run.report() == null ? null : Report.kept(run.report()).isCertified(),
                toWire(approvals, now));
    }

    static CertificationApproval toWire(Approved approved, Instant now) {
        return new CertificationApproval(
                approved.certificationId(),
                approved.clientId(),
                approved.province().value(),
                approved.contract(),
                approved.stands(now) ? CertificationApprovalState.APPROVED : CertificationApprovalState.ENDED,
                approved.at(),
                approved.by(),
                approved.expiresAt());
    }

    static Webhooks.NewEvent toEvent(Approved approved) {
        return Webhooks.NewEvent.of(
                approved.clientId(), EventType.CERTIFICATION_APPROVED, toWire(approved, approved.at()));
    }

    private static List<CertificationApproval> toWire(List<Approved> approvals, Instant now) {
        return approvals.stream().map(each -> toWire(each, now)).toList();
    }

    private static CertificationCase toWire(Judged each) {
        Judgement judgement = each.judgement();
        return new CertificationCase(
                each.name(),
                each.title(),
                each.titleZh(),
                CaseVerdict.valueOf(judgement.verdict().name()),
                judgement.detail(),
                judgement.request() == null ? null : judgement.request().id());
    }
}
